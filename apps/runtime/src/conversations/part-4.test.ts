import { playConversations } from '../testing/play-conversations.ts';

playConversations({ shard: 4, of: 4 });

import { playConversations } from '../testing/play-conversations.ts';

playConversations({ shard: 2, of: 4 });

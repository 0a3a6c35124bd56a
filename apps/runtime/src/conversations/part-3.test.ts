import { playConversations } from '../testing/play-conversations.ts';

playConversations({ shard: 3, of: 4 });

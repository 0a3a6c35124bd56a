import { playConversations } from '../testing/play-conversations.ts';

playConversations({ shard: 1, of: 4 });

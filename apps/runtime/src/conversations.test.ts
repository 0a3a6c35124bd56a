import { describe } from 'vitest';
import { playConversations } from './testing/play-conversations.ts';

describe('every conversation ends as it says over HTTP, in order', () => {
  playConversations();
});

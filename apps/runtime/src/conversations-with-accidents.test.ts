import { describe } from 'vitest';
import { playConversations } from './testing/play-conversations.ts';

// A file of its own, so that both roads are taken at the same time.
describe('every conversation ends as it says over HTTP, with a fifth of the webhooks coming twice and a fifth late', () => {
  playConversations({ duplicate: 0.2, reorder: 0.2, seed: 7 });
});

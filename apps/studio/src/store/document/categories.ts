import type { Category } from '@gatherline/flow';

/** What the kinds of steps are called on screen. */
export const categoryTitles: Readonly<Record<Category, string>> = {
  start: 'Start',
  talk: 'Say and play',
  ask: 'Ask with keys',
  ai: 'Ask with AI',
  decide: 'Decide',
  connect: 'Connect',
  record: 'Record and write down',
  reach: 'Reach out',
  listen: 'Events',
  end: 'End',
};

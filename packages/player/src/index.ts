export { createHarness, perform, viewOf } from './harness.ts';
export type { Harness } from './harness-state.ts';
export type { LineRequest, LineView } from './line.ts';
export { type ExitLeft, type Playing, playConversation } from './play-conversation.ts';
export { playOver, type RemoteLine } from './play-over.ts';
export { runSteps, type Verdict } from './run-steps.ts';
export { toScript } from './script.ts';
export { heardAsStory, sentAsStory, type StoryLine } from './story.ts';
export { isMeant } from './web.ts';

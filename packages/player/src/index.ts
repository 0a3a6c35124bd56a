export { perform, setUpDesk, viewOf } from './desk.ts';
export type { Desk } from './desk-state.ts';
export type { LineRequest, LineView } from './line.ts';
export { type ExitLeft, type Playing, playConversation } from './play-conversation.ts';
export { playOver, type RemoteLine } from './play-over.ts';
export { toScript } from './script.ts';
export { heardAsStory, sentAsStory, type StoryLine } from './story.ts';
export { tell, type Verdict } from './tell.ts';
export { isMeant } from './web.ts';

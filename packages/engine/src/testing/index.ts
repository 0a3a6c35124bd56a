export type { LineRequest, LineView } from './line.ts';
export { type ExitLeft, type Playing, playConversation } from './play-conversation.ts';
export { toScript } from './script.ts';
export { tell, type Verdict } from './tell.ts';

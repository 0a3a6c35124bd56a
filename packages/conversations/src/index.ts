export {
  type Conversation,
  conversationJsonSchema,
  type ConversationReading,
  conversationSchema,
  type Fault,
  type HttpExchange,
  parseConversation,
  type Party,
  type Recording,
} from './conversation.ts';
export { toDialogue } from './dialogue.ts';
export type { Step } from './steps.ts';

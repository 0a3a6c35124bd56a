/** The carrier as a pure function, and the person who calls: safe in a browser. */
export * from '../caller/index.ts';
export { actionNames } from './actions/index.ts';
export { carrier, type LegIds, type ModelInput, type Outcome } from './carrier.ts';
export type { Command } from './commands.ts';
export type { Reply } from './errors.ts';
export { type Heard, type HeardThing, heardSchema } from './heard.ts';
export type { Json, JsonObject } from './json.ts';
export type { CallerAct, DialIn } from './people.ts';
export type {
  AssistantTrouble,
  Fault,
  Media,
  Party,
  QueueStaff,
  RecordingTrouble,
  Script,
  ScriptChange,
  SpeechTrouble,
  Stranger,
} from './script.ts';
export { type CarrierState, createModel, type Leg, type ModelOptions } from './state.ts';
export { callStatus } from './status.ts';
export type { TextMessage } from './texts.ts';
export type { WebhookDraft } from './webhooks.ts';

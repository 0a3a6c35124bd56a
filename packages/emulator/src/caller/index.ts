export { type Caller, type CallerOptions, createCaller, NotHeardError } from './caller.ts';
export { tellHeard, wordsOf } from './heard-in-words.ts';
export { createModelLine, type ModelLine, type Send, type SyncRuntime } from './model-line.ts';
export type { Line, PhoneLine } from './phone-line.ts';

export type { Call, NewCall, OtherLeg, Waiting } from './call.ts';
export { beginCall } from './begin.ts';
export type { Command } from './command.ts';
export type { EngineEvent } from './event.ts';
export type { TraceEntry } from './trace.ts';
export { type Transition, transition } from './transition.ts';
export { readVisit, writeVisit } from './client-state.ts';

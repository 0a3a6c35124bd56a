export { type Call, isOver, isTimed, type NewCall, type OtherLeg, type Waiting } from './call.ts';
export { beginCall, resumeCall } from './begin.ts';
export type { Command } from './command.ts';
export type { EngineEvent, Reported } from './event.ts';
export { shownCall } from './masking.ts';
export { sealOf } from './secrets.ts';
export type { TraceEntry } from './trace.ts';
export { type Transition, transition } from './transition.ts';
export { readVisit, writeVisit } from './client-state.ts';

export type { Change } from './changes.ts';
export type { Conflict, Side } from './conflict.ts';
export { diffFlows, type FlowDiff, isSame, nameIn } from './diff-flows.ts';
export { type FlowMerge, mergeFlows } from './merge-flows.ts';
export { type ChangeSentence, sayChanges } from './say-changes.ts';
export { type ConflictWords, sayConflict } from './say-conflict.ts';
export { same } from './same.ts';

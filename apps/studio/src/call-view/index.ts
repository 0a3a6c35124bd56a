export { causeInWords } from './cause-words.ts';
export { type StepPlace, stepNames } from './step-names.ts';
export { withTextMessage } from './text-messages.ts';
export { TraceList } from './trace-list.tsx';
export { type Happening, withoutMarkup } from './transcript.ts';
export { Transcript } from './transcript-view.tsx';
export { useCallFlows } from './use-call-flows.ts';

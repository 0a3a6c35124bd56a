import { recordStopParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

export const recordStop = defineNode({
  type: 'record_stop',
  title: 'Stop recording',
  help: 'Ends the recording of the call. Where it can be fetched is told a moment later.',
  category: 'record',
  icon: 'microphone-off',
  synonyms: ['recording', 'end', 'save', 'tape'],
  action: 'record_stop',
  role: 'step',
  waitsForCaller: false,
  params: recordStopParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'Ends the recording',
  isInstant: () => true,
  background: () => ({ ends: 'recording' }),
  enter: ({ params }) => leaveOnceAccepted([{ action: 'record_stop', params: bodyOf(params) }]),
});

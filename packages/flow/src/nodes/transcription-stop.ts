import { transcriptionStopParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { done, error } from './parts/exits.ts';

export const transcriptionStop = defineNode({
  type: 'transcription_stop',
  title: 'Stop writing down',
  help: 'What is said from here on is no longer written down.',
  category: 'record',
  icon: 'writing-off',
  synonyms: ['transcription', 'transcript', 'speech to text', 'end'],
  action: 'transcription_stop',
  role: 'step',
  waitsForCaller: false,
  params: transcriptionStopParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'Nothing more is written down',
  isInstant: () => true,
  background: () => ({ ends: 'transcription' }),
  enter: () => leaveOnceAccepted([{ action: 'transcription_stop', params: {} }]),
});

import { suppressionStopParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { done, error } from './parts/exits.ts';

export const suppressionStop = defineNode({
  type: 'suppression_stop',
  title: 'Stop reducing noise',
  help: 'The line sounds again as it is.',
  category: 'record',
  icon: 'ear-off',
  synonyms: ['noise', 'suppression', 'end', 'denoise'],
  action: 'suppression_stop',
  role: 'step',
  waitsForCaller: false,
  params: suppressionStopParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'The line sounds as it is',
  isInstant: () => true,
  enter: () => leaveOnceAccepted([{ action: 'suppression_stop', params: {} }]),
});

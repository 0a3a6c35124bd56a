import { gatherStopParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { done, error } from './parts/exits.ts';

export const gatherStop = defineNode({
  type: 'gather_stop',
  title: 'Stop waiting for keys',
  help: 'Ends a question while the caller is being asked; that step then goes on by its exit Cancelled. Put it behind an event that runs alongside.',
  category: 'ask',
  icon: 'hand-stop',
  synonyms: ['gather', 'cancel', 'end', 'interrupt', 'digits', 'keypad'],
  action: 'gather_stop',
  role: 'step',
  waitsForCaller: false,
  params: gatherStopParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'Ends the question that is being asked',
  isInstant: () => true,
  enter: () => leaveOnceAccepted([{ action: 'gather_stop', params: {} }]),
});

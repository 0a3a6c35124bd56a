import { recordPauseParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

export const recordPause = defineNode({
  type: 'record_pause',
  title: 'Pause the recording',
  help: 'Leaves out what comes now, such as a card number, until the recording goes on.',
  category: 'record',
  icon: 'player-pause',
  synonyms: ['recording', 'hold', 'private', 'tape', 'pci', 'secret'],
  action: 'record_pause',
  role: 'step',
  waitsForCaller: false,
  params: recordPauseParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'The recording pauses',
  isInstant: () => true,
  enter: ({ params }) => leaveOnceAccepted([{ action: 'record_pause', params: bodyOf(params) }]),
});

import { hangupParams } from '../carrier-parameters/index.ts';
import { defineNode, end } from '../definition.ts';
import { bodyOf } from './parts/body.ts';

export const hangup = defineNode({
  type: 'hangup',
  title: 'Hang up',
  help: 'Ends the call.',
  category: 'end',
  icon: 'phone-off',
  synonyms: ['end', 'goodbye', 'stop', 'finish', 'disconnect'],
  action: 'hangup',
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: hangupParams,
  defaults: {},
  exits: () => [],
  outputs: () => [],
  summary: () => 'Ends the call',
  worksUnanswered: true,
  enter: ({ params }) => end([{ action: 'hangup', params: bodyOf(params) }]),
});

import { sendDtmfParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';
import { textOf } from './parts/summaries.ts';

export const sendDtmf = defineNode({
  type: 'send_dtmf',
  title: 'Press keys',
  help: 'Presses keys for the other side to hear, as when a call has reached somebody else’s menu.',
  category: 'connect',
  icon: 'number',
  synonyms: ['dtmf', 'tones', 'digits', 'extension', 'keypad', 'send'],
  action: 'send_dtmf',
  role: 'step',
  waitsForCaller: false,
  params: sendDtmfParams,
  defaults: { digits: '' },
  exits: () => [done, error],
  outputs: () => [],
  summary: (params) => textOf(params.digits),
  isInstant: () => true,
  enter: ({ params }) => leaveOnceAccepted([{ action: 'send_dtmf', params: bodyOf(params) }]),
});

import { suppressionStartParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

export const suppressionStart = defineNode({
  type: 'suppression_start',
  title: 'Reduce noise',
  help: 'Takes street, wind and voices behind the caller out of the line, so that an assistant understands better.',
  category: 'record',
  icon: 'wave-sine',
  synonyms: ['noise', 'suppression', 'cancelling', 'denoise', 'quality', 'clear', 'background'],
  action: 'suppression_start',
  role: 'step',
  waitsForCaller: false,
  params: suppressionStartParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: ({ direction }) =>
    direction === 'outbound'
      ? 'For what goes out'
      : direction === 'both'
        ? 'In both directions'
        : 'For what comes in',
  isInstant: () => true,
  enter: ({ params }) => leaveOnceAccepted([{ action: 'suppression_start', params: bodyOf(params) }]),
});

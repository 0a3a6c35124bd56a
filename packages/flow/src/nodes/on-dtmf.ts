import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { modeParam, then } from './parts/listener-params.ts';

const received = z.object({ digit: z.string().nullish().catch(null) });

export const onDtmf = defineNode({
  type: 'on_dtmf',
  title: 'When a key is pressed',
  help: 'Listens for keys wherever the call stands, such as 0 for a person at any time.',
  category: 'listen',
  icon: 'hand-click',
  synonyms: ['key', 'dtmf', 'digit', 'press', 'anytime', 'operator', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({
    digits: z
      .string()
      .regex(/^[0-9*#]{1,12}$/, 'Write the keys one after the other, such as 0#; use 0 to 9, * and #.')
      .optional()
      .meta({
        title: 'Keys',
        help: 'Each of these keys is listened for. Empty: any key.',
        example: '0',
        group: 'main',
        control: 'keys',
      }),
    mode: modeParam,
  }),
  defaults: { digits: '0' },
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [{ name: 'digit', title: 'Key that was pressed', example: '0' }],
  summary: ({ digits }) =>
    typeof digits === 'string' && digits !== '' ? `Key ${digits.split('').join(', ')}` : 'Any key',
  eventTypes: ['call.dtmf.received'],
  accepts({ params }, event) {
    const { digit } = received.parse(event.payload);
    return typeof digit === 'string' && digit !== '' && (params.digits ?? digit).includes(digit);
  },
  enter: () => leave('then'),
});

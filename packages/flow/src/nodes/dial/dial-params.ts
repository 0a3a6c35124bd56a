import { z } from 'zod';
import { destination, phoneNumber } from '../../carrier-parameters/legs/addresses.ts';
import { callerText } from '../../carrier-parameters/index.ts';
import { outgoingLegFields } from '../../carrier-parameters/legs/outgoing-leg.ts';
import { sipFields } from '../../carrier-parameters/legs/sip.ts';
import { audioUrl } from '../../carrier-parameters/sound/sound.ts';
import { choice, list, wholeNumber, yesNo } from '../../carrier-parameters/parts/values.ts';
import { voiceParam } from '../parts/voice.ts';

/** Parameters of the node that rings one number or several. */
export const dialNodeParams = z.object({
  to: list(destination({ mayBeEmpty: true }))
    .min(1, 'Give at least one number.')
    .max(20, 'Ring 20 numbers at most.')
    .meta({
      title: 'Ring',
      help: 'The numbers or SIP addresses to ring. One that is a value, such as {{ vars.on_call }}, and turns out empty is left out.',
      example: '+13125550100',
      group: 'main',
      control: 'phone',
    }),
  strategy: choice(['one_by_one', 'all_at_once'])
    .default('one_by_one')
    .meta({
      title: 'How to ring',
      help: 'One after the other in this order, or all together; then whoever answers first talks with the caller.',
      labels: { one_by_one: 'One after the other', all_at_once: 'All at once' },
      group: 'main',
    }),
  timeout_secs: wholeNumber({ min: 5, max: 600, of: 'seconds' }).default(25).meta({
    title: 'Ring for',
    help: 'How long each number rings before it counts as not answered.',
    unit: 's',
    group: 'main',
  }),
  whisper: callerText(3000).optional().meta({
    title: 'Say to whoever answers',
    help: 'Only they hear it, before they are connected: who is calling, and what about.',
    example: 'A call from {{ call.from }} about appointments. Press 1 to take it.',
    group: 'main',
    control: 'multiline',
  }),
  accept_key: z
    .string()
    .regex(/^[0-9*#]$/, 'Use one of the keys 0 to 9, * and #.')
    .optional()
    .meta({
      title: 'Key to take the call',
      help: 'They are connected once they have pressed it, so that no voicemail takes the call. Without it, at once.',
      example: '1',
      group: 'main',
      control: 'keys',
    }),
  accept_timeout_secs: wholeNumber({ min: 1, max: 60, of: 'seconds' }).default(10).meta({
    title: 'Time to take the call',
    help: 'How long they have to press the key once it has been said.',
    unit: 's',
    group: 'advanced',
  }),
  skip_machines: yesNo().optional().meta({
    title: 'Pass over answering machines',
    help: 'Listens for a moment whether a person or a machine has answered, and hangs up on a machine.',
    group: 'advanced',
  }),
  waiting_audio_url: audioUrl.meta({
    title: 'Music while it rings',
    help: 'A WAV or MP3 file the caller hears until somebody has taken the call. Without it they hear silence.',
    example: 'https://example.com/music.mp3',
    group: 'main',
  }),
  from: phoneNumber().optional().meta({
    title: 'Number to show',
    help: 'One of your numbers, which the called person sees. Without it, the one that is on this call.',
    example: '+13125550100',
    group: 'advanced',
    control: 'phone',
  }),
  voice: voiceParam,
  from_display_name: outgoingLegFields.from_display_name,
  time_limit_secs: outgoingLegFields.time_limit_secs,
  custom_headers: sipFields.custom_headers,
});

export type DialParams = z.output<typeof dialNodeParams>;

import { phoneNumber } from './addresses.ts';
import { audioUrl, mediaName } from '../sound/sound.ts';
import { templated } from '../parts/text.ts';
import { choice, wholeNumber, yesNo } from '../parts/values.ts';

/** What `dial` and `transfer` share about the leg they create. */
export const outgoingLegFields = {
  timeout_secs: wholeNumber({ min: 5, max: 600, of: 'seconds' }).optional().meta({
    title: 'Ring for',
    help: 'How long it rings before the call counts as not answered.',
    unit: 's',
    carrierDefault: 30,
    group: 'main',
  }),
  audio_url: audioUrl.meta({
    title: 'Play to the person who answers',
    help: 'A WAV or MP3 file that the called person hears first. Give either this or a stored sound.',
    group: 'advanced',
  }),
  media_name: mediaName.meta({
    title: 'Play a stored sound to the person who answers',
    help: 'The name of a sound at Telnyx that the called person hears first. Give either this or a web address.',
    group: 'advanced',
  }),
  from_display_name: templated({
    cure: 'Write a name of letters, digits, spaces and - _ ~ ! . + only.',
    max: 128,
    format: /^[A-Za-z0-9 \-_~!.+]+$/,
  })
    .optional()
    .meta({
      title: 'Name to show',
      help: 'The name the called person sees beside the number, where the network passes it on.',
      example: 'Clinic front desk',
      group: 'advanced',
    }),
  privacy: choice(['id', 'none'])
    .optional()
    .meta({
      title: 'Hide the number',
      help: 'The called person sees neither number nor name.',
      labels: { id: 'Hide', none: 'Show' },
      carrierDefault: 'none',
      group: 'advanced',
    }),
  send_digits_on_answer: templated({
    cure: 'Write up to 64 of the keys 0 to 9, A to D, * and #, with w for half a second of pause and W for one.',
    max: 64,
    format: /^[0-9A-DwW*#]+$/,
  })
    .optional()
    .meta({
      title: 'Keys to press after the answer',
      help: 'Reaches an extension behind a menu: the keys are pressed as soon as the other side answers.',
      example: 'W200',
      group: 'advanced',
      control: 'keys',
    }),
  time_limit_secs: wholeNumber({ min: 30, max: 14_400, of: 'seconds' }).optional().meta({
    title: 'Longest call',
    help: 'The call is hung up after this long, even in the middle of a sentence.',
    unit: 's',
    carrierDefault: 14400,
    group: 'advanced',
  }),
  park_after_unbridge: choice(['self'])
    .optional()
    .meta({
      title: 'When the other side hangs up',
      help: 'Keeps this side on the line, so that the flow can go on with it. Without it, both are hung up.',
      labels: { self: 'Keep this side on the line' },
      group: 'advanced',
    }),
  diversion: phoneNumber().optional().meta({
    title: 'Number the caller rang',
    help: "Lets you show the caller's own number: name the number of yours that the caller is on right now.",
    example: '{{ call.to }}',
    group: 'advanced',
    control: 'phone',
  }),
  route_to_mobile: yesNo().optional().meta({
    title: 'Straight to the mobile phone',
    help: 'Rings a Telnyx mobile number on the phone itself, so that the call does not come back to this flow.',
    carrierDefault: false,
    group: 'advanced',
  }),
};

/** Pairs of which the carrier accepts only one. */
export const outgoingLegExclusive = [['audio_url', 'media_name']] as const;

import { uuid, webUrl } from './addresses.ts';
import { templated } from '../parts/text.ts';
import { choice, list, settings, yesNo } from '../parts/values.ts';

/** The conference that a dialled person joins. */
export const conferenceConfig = settings({
  conference_name: templated({ cure: 'Write the name of the conference.' }).optional().meta({
    title: 'Name',
    help: 'Everyone who joins the same name hears each other.',
    example: 'morning-round',
  }),
  id: uuid().optional().meta({
    title: 'Id',
    help: 'The id of a conference that is already running.',
    example: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
  }),
  early_media: yesNo().optional().meta({
    title: 'Join while it rings',
    help: 'The others already hear the ringing. Without it, the person joins on answering.',
    carrierDefault: true,
  }),
  beep_enabled: choice(['always', 'never', 'on_enter', 'on_exit'])
    .optional()
    .meta({
      title: 'Beep',
      help: 'Whether everyone hears a beep when this person comes or goes.',
      labels: { always: 'Both', never: 'Never', on_enter: 'On coming', on_exit: 'On going' },
    }),
  mute: yesNo()
    .optional()
    .meta({ title: 'Muted', help: 'The person joins without being heard.', carrierDefault: false }),
  hold: yesNo().optional().meta({
    title: 'On hold',
    help: 'The person joins on hold and hears music until taken off.',
    carrierDefault: false,
  }),
  hold_audio_url: webUrl().optional().meta({
    title: 'Music on hold (web address)',
    help: 'A WAV or MP3 file the person hears on hold. Give either this or a stored sound.',
    example: 'https://example.com/hold.mp3',
    control: 'url',
  }),
  hold_media_name: templated({ cure: 'Write the name of a sound stored at Telnyx, like hold.mp3.' })
    .optional()
    .meta({
      title: 'Stored music on hold',
      help: 'The name of a sound at Telnyx the person hears on hold. Give either this or a web address.',
      example: 'hold.mp3',
    }),
  start_conference_on_create: yesNo().optional().meta({
    title: 'Start at once',
    help: 'Without it, everyone who joins waits on hold until the conference is started.',
    carrierDefault: true,
  }),
  start_conference_on_enter: yesNo().optional().meta({
    title: 'Start when this person joins',
    help: 'Everyone who waits hears each other as soon as this person is there.',
    carrierDefault: false,
  }),
  end_conference_on_exit: yesNo().optional().meta({
    title: 'End for everyone when this person leaves',
    help: 'All others are hung up.',
    carrierDefault: false,
  }),
  soft_end_conference_on_exit: yesNo().optional().meta({
    title: 'Close the conference when this person leaves',
    help: 'The conference ends, but the others are not hung up.',
    carrierDefault: false,
  }),
  supervisor_role: choice(['barge', 'monitor', 'none', 'whisper'])
    .optional()
    .meta({
      title: 'Role',
      help: 'A listener hears everyone unheard; a whisperer is heard only by the people named below.',
      labels: { barge: 'Takes part', none: 'Takes part', monitor: 'Listens', whisper: 'Whispers' },
      carrierDefault: 'none',
    }),
  whisper_call_control_ids: list(templated({ cure: 'Write the call_control_id of a call.' }))
    .optional()
    .meta({
      title: 'Who hears the whisper',
      help: 'The call_control_ids of the people who hear this person. With none, the person only listens.',
      example: ['{{ call.id }}'],
    }),
})
  .optional()
  .meta({
    title: 'Join a conference',
    help: 'The dialled person joins a conference instead of this call.',
    group: 'advanced',
  });

/** Pairs within `conference_config` of which the carrier accepts only one. */
export const conferenceExclusive = [['hold_audio_url', 'hold_media_name']] as const;

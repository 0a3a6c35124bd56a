import { z } from 'zod';
import { webSocketUrl } from '../legs/addresses.ts';
import { templated } from '../parts/text.ts';
import { choice, settings, yesNo } from '../parts/values.ts';

const codecs = ['PCMU', 'PCMA', 'G722', 'OPUS', 'AMR-WB', 'L16'] as const;

/** Live audio of the call to a WebSocket, on `answer` and `dial`. */
export const streamFields = {
  stream_url: webSocketUrl({ insecure: false }).optional().meta({
    title: 'Send the sound to',
    help: 'A WebSocket address of yours that hears the call live. Leave it empty for an ordinary call.',
    example: 'wss://example.com/stream',
    group: 'streaming',
    control: 'url',
  }),
  stream_track: choice(['inbound_track', 'outbound_track', 'both_tracks'])
    .optional()
    .meta({
      title: 'Whose voice to send',
      help: 'Which side of the call your address hears.',
      labels: { inbound_track: 'What comes in', outbound_track: 'What goes out', both_tracks: 'Both sides' },
      carrierDefault: 'inbound_track',
      group: 'streaming',
    }),
  stream_codec: choice([...codecs, 'default'])
    .optional()
    .meta({
      title: 'Codec of the sound sent',
      help: 'How the sound is coded. By default it is the codec of the call.',
      carrierDefault: 'default',
      group: 'streaming',
    }),
  stream_bidirectional_mode: choice(['mp3', 'rtp']).optional().meta({
    title: 'How sound comes back',
    help: 'The form in which your address sends sound into the call.',
    carrierDefault: 'mp3',
    group: 'streaming',
  }),
  stream_bidirectional_codec: choice(codecs).optional().meta({
    title: 'Codec of the sound that comes back',
    help: 'Counts only when sound comes back as rtp.',
    carrierDefault: 'PCMU',
    group: 'streaming',
  }),
  stream_bidirectional_target_legs: choice(['both', 'self', 'opposite'])
    .optional()
    .meta({
      title: 'Who hears the sound that comes back',
      help: 'The caller, the other side of a connected call, or both.',
      labels: { self: 'This side', opposite: 'The other side', both: 'Both' },
      carrierDefault: 'opposite',
      group: 'streaming',
    }),
  send_silence_when_idle: yesNo().optional().meta({
    title: 'Send silence when nothing plays',
    help: 'Keeps the line open with networks that drop a call on which no sound arrives.',
    carrierDefault: false,
    group: 'streaming',
  }),
};

/** What only `dial` offers for the stream. */
export const dialStreamFields = {
  stream_auth_token: templated({ cure: 'Write the token that your address expects.', max: 4000 })
    .optional()
    .meta({
      title: 'Token for your address',
      help: 'Sent when the stream is opened, so that your address knows the carrier. Refer to a secret instead of writing the token here.',
      group: 'streaming',
      control: 'secret',
    }),
  stream_bidirectional_sampling_rate: z
    .literal([8000, 16000, 22050, 24000, 48000], {
      error: 'Choose one of: 8000, 16000, 22050, 24000, 48000.',
    })
    .optional()
    .meta({
      title: 'Sample rate of the sound that comes back',
      help: 'Samples a second. A telephone carries 8000.',
      unit: 'Hz',
      carrierDefault: 8000,
      group: 'streaming',
    }),
  stream_establish_before_call_originate: yesNo().optional().meta({
    title: 'Open the stream before dialling',
    help: 'For an address that takes long to answer: nobody is rung before it is ready.',
    carrierDefault: false,
    group: 'streaming',
  }),
  enable_dialogflow: yesNo().optional().meta({
    title: 'Use Dialogflow',
    help: 'Lets an agent of Google Dialogflow listen and speak on this call.',
    carrierDefault: false,
    group: 'streaming',
  }),
  dialogflow_config: settings({
    analyze_sentiment: yesNo().optional().meta({
      title: 'Judge the mood',
      help: 'Lets Dialogflow say how the caller feels.',
      carrierDefault: false,
    }),
    partial_automated_agent_reply: yesNo().optional().meta({
      title: 'Answer in parts',
      help: 'Lets the agent begin to speak before its whole answer is ready.',
      carrierDefault: false,
    }),
  })
    .optional()
    .meta({ title: 'Dialogflow', help: 'Options of the Dialogflow agent on this call.', group: 'streaming' }),
};

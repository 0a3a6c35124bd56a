import { voiceSettings as voiceSettingsSchema } from '../carrier-parameters/speech/voice-settings.ts';
import { described } from './described.ts';
import {
  type Parameters,
  anyObject,
  listOf,
  needed,
  object,
  oneOf,
  text,
  textLike,
  textUpTo,
  whole,
  yesNo,
} from './parameter.ts';

const voiceSettings = described(voiceSettingsSchema);
const webSocket = textLike('ws://', 'wss://');
const udp = textLike('udp:');
const interruptible = oneOf('none', 'any', 'speech', 'dtmf');
const tracks = oneOf('inbound_track', 'outbound_track', 'both_tracks');
const cards = oneOf(
  'visa',
  'mastercard',
  'amex',
  'maestro',
  'discover',
  'optima',
  'jcb',
  'diners-club',
  'enroute',
);

const relayVoice = {
  voice: text,
  voice_settings: voiceSettings,
  tts_provider: text,
  transcription_engine: oneOf(
    'Google',
    'Telnyx',
    'Deepgram',
    'Azure',
    'xAI',
    'AssemblyAI',
    'Speechmatics',
    'Soniox',
    'A',
    'B',
  ),
  transcription_engine_config: anyObject,
} as const;

const relayLanguages = listOf(
  object({ language: needed(text), ...relayVoice, transcription_provider: text, speech_model: text }),
);

const payPrompt = {
  anyOf: [
    text,
    listOf(
      object({
        text: needed(text),
        attempt: text,
        card_type: cards,
        error_type: oneOf(
          'timeout',
          'invalid-card-number',
          'invalid-card-type',
          'invalid-date',
          'invalid-security-code',
          'invalid-postal-code',
          'invalid-bank-routing-number',
          'invalid-bank-account-number',
          'input-matching-failed',
        ),
      }),
    ),
  ],
} as const;

/** Parameters of the actions that have no node of their own, in the words and with the limits of telnyx 7.24.0. */
export const otherActions = {
  ai_assistant_join: {
    conversation_id: needed(text),
    participant: needed(
      object({
        id: needed(text),
        role: needed(oneOf('user')),
        name: text,
        on_hangup: oneOf('continue_conversation', 'end_conversation'),
      }),
    ),
  },
  conversation_relay_start: {
    url: webSocket,
    conversation_relay_url: webSocket,
    conversation_relay_settings: object({
      url: needed(webSocket),
      dtmf_detection: yesNo,
      interruptible,
      interruptible_greeting: interruptible,
      languages: relayLanguages,
    }),
    greeting: textUpTo(3000),
    language: text,
    languages: relayLanguages,
    ...relayVoice,
    provider: text,
    structured_provider: anyObject,
    transcription: anyObject,
    dtmf_detection: yesNo,
    conversation_relay_dtmf_detection: yesNo,
    interruptible,
    interruptible_greeting: interruptible,
    interruption_settings: object({
      enable: yesNo,
      interruptible,
      interruptible_greeting: interruptible,
      welcome_greeting_interruptible: interruptible,
    }),
    custom_parameters: anyObject,
    assistant: anyObject,
  },
  conversation_relay_stop: {},
  fork_start: { rx: udp, tx: udp, stream_type: oneOf('decrypted') },
  fork_stop: { stream_type: oneOf('raw', 'decrypted') },
  pay: {
    amount: { kind: 'number', min: 0 },
    currency: oneOf('USD', 'usd'),
    transaction_type: oneOf('charge', 'tokenize'),
    payment_method: oneOf('credit-card', 'ach-debit'),
    payment_token: text,
    valid_card_types: listOf(cards),
    connector_name: text,
    description: text,
    metadata: anyObject,
    parameters: anyObject,
    prompts: object({
      'payment-card-number': payPrompt,
      'expiration-date': payPrompt,
      'security-code': payPrompt,
      'postal-code': payPrompt,
      'bank-routing-number': payPrompt,
      'bank-account-number': payPrompt,
    }),
    max_attempts: whole(1),
    timeout_millis: whole(1),
    inter_digit_timeout_millis: whole(1),
    voice: text,
    language: text,
    service_level: text,
  },
  send_sip_info: { content_type: needed(text), body: needed(textUpTo(1400)) },
  siprec_start: {
    connector_name: text,
    siprec_track: tracks,
    sip_transport: oneOf('udp', 'tcp', 'tls'),
    secure: yesNo,
    session_timeout_secs: { anyOf: [whole(90), { kind: 'integer', values: [0] }] },
    include_metadata_custom_headers: yesNo,
  },
  siprec_stop: {},
  streaming_start: {
    stream_url: textLike('wss://'),
    stream_track: tracks,
    stream_codec: oneOf('PCMU', 'PCMA', 'G722', 'OPUS', 'AMR-WB', 'L16', 'default'),
    stream_auth_token: textUpTo(4000),
    stream_bidirectional_mode: oneOf('mp3', 'rtp'),
    stream_bidirectional_codec: oneOf('PCMU', 'PCMA', 'G722', 'OPUS', 'AMR-WB', 'L16'),
    stream_bidirectional_sampling_rate: { kind: 'integer', values: [8000, 16000, 22050, 24000, 48000] },
    stream_bidirectional_target_legs: oneOf('both', 'self', 'opposite'),
    custom_parameters: listOf(object({ name: text, value: text })),
    enable_dialogflow: yesNo,
    dialogflow_config: object({ analyze_sentiment: yesNo, partial_automated_agent_reply: yesNo }),
  },
  streaming_stop: { stream_id: text },
  switch_supervisor_role: { role: needed(oneOf('barge', 'whisper', 'monitor')) },
} as const satisfies { readonly [action: string]: Parameters };

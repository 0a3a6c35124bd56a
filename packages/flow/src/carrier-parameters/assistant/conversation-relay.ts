import { webSocketUrl } from '../legs/addresses.ts';
import { voice } from '../speech/speech.ts';
import { callerText, templated } from '../parts/text.ts';
import { choice, jsonObject, list, settings, yesNo } from '../parts/values.ts';
import { voiceSettings } from '../speech/voice-settings.ts';

const interruptible = (title: string, help: string) =>
  choice(['none', 'any', 'speech', 'dtmf'])
    .optional()
    .meta({
      title,
      help,
      labels: { none: 'Not at all', any: 'By speech or key', speech: 'By speech', dtmf: 'By key' },
      carrierDefault: 'any',
    });

const speechProvider = templated({ cure: 'Write the name of a provider, like telnyx.' }).optional().meta({
  title: 'Provider of the voice',
  help: 'Follows from the voice when left out.',
  example: 'telnyx',
});

const recognition = {
  transcription_engine: choice([
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
  ])
    .optional()
    .meta({
      title: 'Recognition',
      help: 'Whose recognition listens to the caller.',
      labels: { A: 'Google (old name)', B: 'Telnyx (old name)' },
      carrierDefault: 'Google',
    }),
  transcription_engine_config: jsonObject()
    .optional()
    .meta({
      title: 'Fine tuning of the recognition',
      help: 'What the engine lets you change, for example its model.',
      example: { transcription_model: 'deepgram/nova-3' },
      control: 'json',
    }),
};

const languageEntry = settings({
  language: templated({ cure: 'Write a language tag, like es-MX.' }).meta({
    title: 'Language',
    help: 'The language this entry is for.',
    example: 'es-MX',
    control: 'language',
  }),
  voice: voice.optional().meta({
    title: 'Voice',
    help: 'The voice that speaks this language to the caller.',
    example: 'AWS.Polly.Mia-Neural',
    control: 'voice',
  }),
  voice_settings: voiceSettings,
  tts_provider: speechProvider,
  ...recognition,
  transcription_provider: templated({ cure: 'Write the name of a provider.' }).optional().meta({
    title: 'Recognition (old name)',
    help: 'Use the recognition above where you can.',
    example: 'deepgram',
  }),
  speech_model: templated({ cure: 'Write the name of a model.' }).optional().meta({
    title: 'Model of the recognition (old name)',
    help: 'Use the fine tuning above where you can.',
    example: 'nova-3',
  }),
});

/** Hands the conversation to a WebSocket of yours once the call is answered, on `answer` and `dial`. */
export const conversationRelayConfig = settings({
  url: webSocketUrl({ insecure: true }).meta({
    title: 'Address',
    help: 'Your WebSocket server: it reads what the caller says and writes what the caller hears.',
    example: 'wss://example.com/relay',
    control: 'url',
  }),
  greeting: callerText().optional().meta({
    title: 'Greeting',
    help: 'What the caller hears first.',
    example: 'Hello, how can I help?',
    control: 'multiline',
  }),
  language: templated({ cure: 'Write a language tag, like en-US.' }).optional().meta({
    title: 'Language',
    help: 'The language that is spoken and understood where no other is chosen.',
    example: 'en-US',
    carrierDefault: 'en',
    control: 'language',
  }),
  languages: list(languageEntry).optional().meta({
    title: 'More languages',
    help: 'Voice and recognition for each language your server can change to.',
  }),
  voice: voice.optional().meta({
    title: 'Voice',
    help: 'The voice that reads to the caller what your server writes.',
    example: 'Telnyx.NaturalHD.astra',
    carrierDefault: 'Telnyx.KokoroTTS.af',
    control: 'voice',
  }),
  voice_settings: voiceSettings,
  tts_provider: speechProvider,
  provider: templated({ cure: 'Write the name of a provider.' }).optional().meta({
    title: 'Structured provider',
    help: 'Goes together with its settings: give both or neither.',
    example: 'telnyx',
  }),
  structured_provider: jsonObject()
    .optional()
    .meta({
      title: 'Settings of the structured provider',
      help: 'Goes together with its name: give both or neither.',
      example: { voice_speed: 0.9 },
      control: 'json',
    }),
  ...recognition,
  dtmf_detection: yesNo().optional().meta({
    title: 'Listen for keys',
    help: 'Tells your server which keys the caller presses.',
    carrierDefault: false,
  }),
  interruptible: interruptible('May interrupt', 'How the caller can stop the voice.'),
  interruptible_greeting: interruptible(
    'May interrupt the greeting',
    'How the caller can stop the greeting.',
  ),
  interruption_settings: settings({
    enable: yesNo()
      .optional()
      .meta({ title: 'May interrupt (old form)', help: 'Yes is by speech or key, no is not at all.' }),
    interruptible: interruptible('May interrupt', 'How the caller can stop the voice.'),
    interruptible_greeting: interruptible(
      'May interrupt the greeting',
      'How the caller can stop the greeting.',
    ),
    welcome_greeting_interruptible: interruptible(
      'May interrupt the greeting (old name)',
      'How the caller can stop the greeting.',
    ),
  })
    .optional()
    .meta({ title: 'Interrupting', help: 'The same choices in one place.' }),
  custom_parameters: jsonObject()
    .optional()
    .meta({
      title: 'Notes for your server',
      help: 'Sent to your server when the conversation begins.',
      example: { account: '{{ vars.account }}' },
      control: 'json',
    }),
})
  .optional()
  .meta({
    title: 'Conversation Relay',
    help: 'Hands the conversation to a server of yours: it decides what the caller hears, and the flow waits.',
    group: 'streaming',
  });

import { choice, decimalNumber, settings, wholeNumber, yesNo } from '../parts/values.ts';

const millis = () => wholeNumber({ min: 0, of: 'milliseconds' }).optional();
const hertz = () => wholeNumber({ min: 0, of: 'hertz' }).optional();

const greetingFields = {
  total_analysis_time_millis: millis().meta({
    title: 'Time to decide',
    help: 'After this long the carrier gives its verdict, whatever it has heard.',
    unit: 'ms',
    carrierDefault: 3500,
  }),
  initial_silence_millis: millis().meta({
    title: 'Silence at the start',
    help: 'Longer silence after the answer counts as a machine.',
    unit: 'ms',
    carrierDefault: 3500,
  }),
  after_greeting_silence_millis: millis().meta({
    title: 'Silence after the greeting',
    help: 'Silence of this length after the first words counts as a person who waits.',
    unit: 'ms',
    carrierDefault: 800,
  }),
  between_words_silence_millis: millis().meta({
    title: 'Silence between words',
    help: 'A pause of this length ends a word.',
    unit: 'ms',
    carrierDefault: 50,
  }),
  greeting_duration_millis: millis().meta({
    title: 'Longest greeting of a person',
    help: 'A longer greeting counts as a machine.',
    unit: 'ms',
    carrierDefault: 3500,
  }),
  greeting_silence_duration_millis: millis().meta({
    title: "Silence that ends a machine's greeting",
    help: 'Once a machine is recognised, its greeting is over after this much silence.',
    unit: 'ms',
    carrierDefault: 1500,
  }),
  greeting_total_analysis_time_millis: millis().meta({
    title: "Longest wait for the end of a machine's greeting",
    help: 'After this long the greeting counts as ended, even without silence or a beep.',
    unit: 'ms',
    carrierDefault: 5000,
  }),
  prompt_end_timeout_millis: wholeNumber({ min: 1_000, max: 120_000, of: 'milliseconds' }).optional().meta({
    title: "Longest pause in a machine's greeting",
    help: 'A pause of the greeting is told after this long at most; the beep comes later.',
    unit: 'ms',
    carrierDefault: 30_000,
  }),
  maximum_number_of_words: wholeNumber({ min: 0, of: 'words' }).optional().meta({
    title: 'Most words of a person',
    help: 'More words in the greeting count as a machine.',
    unit: 'words',
    carrierDefault: 5,
  }),
  maximum_word_length_millis: millis().meta({
    title: 'Longest word',
    help: 'A longer word counts as a machine.',
    unit: 'ms',
    carrierDefault: 3500,
  }),
  silence_threshold: wholeNumber({ min: 0, of: 'loudness' }).optional().meta({
    title: 'Loudness that counts as silence',
    help: 'Sound below this is taken as silence. Raise it for noisy lines.',
    carrierDefault: 256,
  }),
};

const beepFields = {
  beep_detection_profile: choice(['both', 'freq_only'])
    .optional()
    .meta({
      title: 'How a beep is recognised',
      help: 'By loudness and pitch, or by pitch alone where the loudness wavers.',
      labels: { both: 'Loudness and pitch', freq_only: 'Pitch alone' },
    }),
  beep_min_frequency_hz: hertz().meta({
    title: 'Lowest pitch of a beep',
    help: 'Above 480 a North American ringing tone is no longer taken for a beep.',
    unit: 'Hz',
  }),
  beep_max_frequency_hz: hertz().meta({
    title: 'Highest pitch of a beep',
    help: 'Higher tones are not taken for a beep.',
    unit: 'Hz',
  }),
  beep_min_tone_duration_millis: millis().meta({
    title: 'Shortest beep',
    help: 'Shorter tones are not taken for a beep.',
    unit: 'ms',
  }),
  beep_spectral_confirmation: yesNo().optional().meta({
    title: 'Check a beep twice',
    help: 'A tone must pass a second test before it counts as a beep.',
  }),
  beep_spectral_min_purity: decimalNumber({ min: 0, max: 1, of: 'purity' }).optional().meta({
    title: 'Purity of a beep',
    help: 'From 0 to 1. The higher, the fewer mixed tones such as ringing are taken for a beep.',
    example: 0.8,
  }),
  beep_spectral_reject_fax_cng: yesNo()
    .optional()
    .meta({ title: 'Ignore fax tones', help: 'The tone of a fax machine is not taken for a beep.' }),
  beep_spectral_window_millis: millis().meta({
    title: 'Length of the second test',
    help: 'How much of the tone the second test listens to.',
    unit: 'ms',
  }),
};

/** Telling a person from an answering machine, on `dial` and `transfer`. */
export const machineDetectionFields = {
  answering_machine_detection: choice([
    'premium',
    'premium_ios_call_screening_detection',
    'detect',
    'detect_beep',
    'detect_words',
    'greeting_end',
    'disabled',
  ])
    .optional()
    .meta({
      title: 'Recognise answering machines',
      help: 'Finds out whether a person or a machine has answered. It takes a moment, in which a person hears nothing.',
      labels: {
        premium: 'Person, machine or fax (best)',
        premium_ios_call_screening_detection: 'And phones that screen calls',
        detect: 'Person or machine',
        detect_beep: 'And wait for the beep',
        detect_words: 'And wait for the end, by words',
        greeting_end: 'And wait for the end of the greeting',
        disabled: 'No',
      },
      carrierDefault: 'disabled',
      group: 'advanced',
    }),
  answering_machine_detection_config: settings({ ...greetingFields, ...beepFields })
    .optional()
    .meta({
      title: 'How machines are recognised',
      help: 'Limits of the recognition. The best kind listens only to the time to decide and the longest greeting.',
      group: 'advanced',
    }),
};

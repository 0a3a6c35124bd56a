import type { Refusal } from '../errors.ts';
import type { Detection } from '../machine-verdicts.ts';
import { memberRefusals } from './check.ts';
import { integer, object, oneOf } from './row.ts';

const modes = [
  'premium',
  'premium_ios_call_screening_detection',
  'detect',
  'detect_beep',
  'detect_words',
  'greeting_end',
  'disabled',
] as const;

/** Of the calls that the application makes. */
export const machineDetection = {
  answering_machine_detection: oneOf(modes),
  answering_machine_detection_config: object(),
};

const config = {
  after_greeting_silence_millis: integer(),
  between_words_silence_millis: integer(),
  greeting_duration_millis: integer(),
  greeting_silence_duration_millis: integer(),
  greeting_total_analysis_time_millis: integer(),
  initial_silence_millis: integer(),
  maximum_number_of_words: integer(),
  maximum_word_length_millis: integer(),
  prompt_end_timeout_millis: integer({ min: 1_000, max: 120_000 }),
  silence_threshold: integer(),
  total_analysis_time_millis: integer(),
};

export type AskedDetection = {
  readonly answering_machine_detection: (typeof modes)[number] | null | undefined;
  readonly answering_machine_detection_config: Record<string, unknown> | null | undefined;
};

export function machineDetectionRefusals({ answering_machine_detection_config }: AskedDetection): Refusal[] {
  return memberRefusals('answering_machine_detection_config', answering_machine_detection_config, config);
}

// The guide gives premium analysis, and the wait for a beep, thirty seconds.
const thirtySeconds = 30_000;

/** What shall be detected, with the carrier's defaults; null: nothing. */
export function toDetection({
  answering_machine_detection: mode,
  answering_machine_detection_config: given,
}: AskedDetection): Detection | null {
  if (mode === undefined || mode === null || mode === 'disabled') return null;
  const msOf = (name: keyof typeof config, otherwise: number) => {
    const value = given?.[name];
    return typeof value === 'number' ? Math.max(0, value) : otherwise;
  };
  const isPremium = mode === 'premium' || mode === 'premium_ios_call_screening_detection';
  const standardMsOf = (name: keyof typeof config, otherwise: number) =>
    isPremium ? otherwise : msOf(name, otherwise);
  return {
    mode: isPremium ? 'premium' : mode,
    totalMs: msOf('total_analysis_time_millis', isPremium ? thirtySeconds : 3500),
    greetingMs: msOf('greeting_duration_millis', 3500),
    initialSilenceMs: standardMsOf('initial_silence_millis', 3500),
    afterGreetingSilenceMs: standardMsOf('after_greeting_silence_millis', 800),
    greetingSilenceMs: standardMsOf('greeting_silence_duration_millis', 1500),
    greetingTotalMs: standardMsOf('greeting_total_analysis_time_millis', thirtySeconds),
  };
}

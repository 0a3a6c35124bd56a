import type { GatherSettings } from '../activities/gather.ts';
import type { ValuesOf } from '../parameters/check.ts';
import type { digits } from '../parameters/digits.ts';

type DigitSettings = Pick<
  GatherSettings,
  'minimumDigits' | 'maximumDigits' | 'validDigits' | 'terminatingDigit' | 'interDigitMs'
>;

/** The settings all gathers share, with the carrier's defaults. */
export function digitSettings(values: ValuesOf<typeof digits>): DigitSettings {
  return {
    minimumDigits: values.minimum_digits ?? 1,
    maximumDigits: values.maximum_digits ?? 128,
    validDigits: values.valid_digits ?? '0123456789#*',
    terminatingDigit: values.terminating_digit ?? '#',
    interDigitMs: values.inter_digit_timeout_millis ?? 5000,
  };
}

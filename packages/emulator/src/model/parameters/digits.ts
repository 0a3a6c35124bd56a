import { integer, matching } from './row.ts';

/** What all three forms of the DTMF gather share; ranges from the error catalogue. */
export const digits = {
  inter_digit_timeout_millis: integer({ min: 1, max: 120_000, code: '90026' }),
  maximum_digits: integer({ min: 1, max: 128, code: '90023' }),
  minimum_digits: integer({ min: 1, max: 128, code: '90022' }),
  terminating_digit: matching(/^[0-9*#]$/, { code: '90007', expects: 'one of 0123456789*#' }),
  timeout_millis: integer({ min: 1, max: 120_000, code: '90025' }),
  valid_digits: matching(/^[0-9*#]+$/, { code: '90008', expects: 'made of 0123456789*#' }),
};

/** Of the two forms that prompt. */
export const tries = { maximum_tries: integer({ min: 1, max: 128, code: '90024' }) };

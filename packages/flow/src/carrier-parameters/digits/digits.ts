import { templated } from '../parts/text.ts';
import { wholeNumber } from '../parts/values.ts';

/** Most digits one gather may collect, and most tries (errors 90022 to 90024 of the carrier's catalogue). */
const MOST_DIGITS = 128;
/** Longest wait between digits or for the first one, in ms (errors 90026 and 90056). */
const LONGEST_WAIT_MS = 120_000;

/** The fields about keys that every gather has. */
export const keypadFields = {
  minimum_digits: wholeNumber({ min: 1, max: MOST_DIGITS, of: 'digits' }).optional().meta({
    title: 'Fewest digits',
    help: 'How many keys the caller must press at least. Fewer count as a wrong answer.',
    unit: 'digits',
    carrierDefault: 1,
    group: 'main',
  }),
  maximum_digits: wholeNumber({ min: 1, max: MOST_DIGITS, of: 'digits' }).optional().meta({
    title: 'Most digits',
    help: 'The call goes on as soon as the caller has pressed this many keys.',
    unit: 'digits',
    carrierDefault: 128,
    group: 'main',
  }),
  terminating_digit: templated({
    cure: 'Choose one key: 0 to 9, * or #. Leave the text empty for none.',
    format: /^[0-9*#]$/,
    mayBeEmpty: true,
  })
    .optional()
    .meta({
      title: 'Finish key',
      help: 'The key with which a caller says "that was all". Leave the text empty to have none, so that # can be a choice.',
      example: '#',
      carrierDefault: '#',
      group: 'listening',
      control: 'keys',
    }),
  valid_digits: templated({ cure: 'Write only keys of a telephone: 0 to 9, * and #.', format: /^[0-9*#]+$/ })
    .optional()
    .meta({
      title: 'Accepted keys',
      help: 'Any other key counts as a wrong answer.',
      example: '123',
      carrierDefault: '0123456789#*',
      group: 'listening',
      control: 'keys',
    }),
  inter_digit_timeout_millis: wholeNumber({ min: 1, max: LONGEST_WAIT_MS, of: 'milliseconds' })
    .optional()
    .meta({
      title: 'Wait between keys',
      help: 'After this long without another key, what was pressed so far is taken as the answer.',
      unit: 'ms',
      carrierDefault: 5000,
      group: 'listening',
    }),
};

/** The wait of a gather without a prompt: it runs from the start to the end of the whole gather. */
export const wholeGatherFields = {
  initial_timeout_millis: wholeNumber({ min: 1, max: LONGEST_WAIT_MS, of: 'milliseconds' }).optional().meta({
    title: 'Wait for the first key',
    help: 'How long a caller may stay silent before the call goes on without an answer.',
    unit: 'ms',
    carrierDefault: 5000,
    group: 'main',
  }),
  timeout_millis: wholeNumber({ min: 1, max: LONGEST_WAIT_MS, of: 'milliseconds' }).optional().meta({
    title: 'Time for the whole answer',
    help: 'After this long the call goes on, even while the caller is still pressing keys.',
    unit: 'ms',
    carrierDefault: 60000,
    group: 'listening',
  }),
};

/** The waits of a gather with a prompt: the prompt is repeated after each of them. */
export const promptedGatherFields = {
  timeout_millis: wholeNumber({ min: 1, max: LONGEST_WAIT_MS, of: 'milliseconds' }).optional().meta({
    title: 'Wait for a key',
    help: 'How long to wait after the prompt before it is played again. With several tries, silence lasts that many times as long.',
    unit: 'ms',
    carrierDefault: 60000,
    group: 'main',
  }),
  maximum_tries: wholeNumber({ min: 1, max: MOST_DIGITS, of: 'tries' }).optional().meta({
    title: 'Times the prompt is played',
    help: 'How often a caller who presses nothing hears the prompt before the call goes on.',
    unit: 'tries',
    carrierDefault: 3,
    group: 'main',
  }),
};

import { yesNo } from '../../carrier-parameters/parts/values.ts';
import { z } from 'zod';
import type { DraftParams, Exit, NodeEvent, Output, ParameterComplaint } from '../../definition.ts';
import { type Decision, leave } from '../../definition.ts';
import { isJsonObject } from '../../json.ts';
import { cancelled, error, invalid, noInput } from './exits.ts';

const choiceSchema = z.object({
  digits: z
    .string()
    .regex(/^[0-9*#]{1,8}$/, 'Use the keys 0 to 9, * and #, up to eight of them.')
    .meta({ title: 'Key', help: 'What the caller presses.', example: '1', control: 'keys' }),
  label: z
    .string()
    .max(60, 'Keep the label under 60 characters.')
    .optional()
    .meta({ title: 'Label', help: 'What the key stands for; shown on the canvas.', example: 'Appointments' }),
});

/** `choices`: the keys of a menu, in order; never sent to the carrier. */
export const choicesParam = z.array(choiceSchema).max(40).optional().meta({
  title: 'Keys',
  help: 'One way on for each key. Without any, the step collects digits (an account number, say).',
  group: 'main',
  control: 'choices',
});

/** `sensitive`: what the caller enters is masked everywhere; never sent to the carrier. */
export const sensitiveParam = yesNo().optional().meta({
  title: 'Keep it secret',
  help: 'What the caller enters, such as a PIN, and what templates make of it is masked in the history of the call, in logs and on every screen: four keys or more wherever they stand and however they are spelled (as a number, key by key, in base64), two or three where they are a word or a number of their own, a single key where it is the whole value.',
  group: 'main',
});

export const isSensitive = ({ sensitive }: DraftParams): boolean => sensitive === true;

export type Choice = { digits: string; label?: string | undefined };

/** What else may become of a gather. */
export const gatherOutcomes: readonly Exit[] = [noInput, invalid, cancelled, error];

/** Exits of a gather: one per choice, named by its digits; without choices `collected`; then the outcomes. */
export function gatherExits(params: DraftParams): readonly Exit[] {
  const chosen = choiceExits(params);
  const main: readonly Exit[] =
    chosen.length === 0 ? [{ id: 'collected', label: 'Collected', kind: 'main' }] : chosen;
  return [...main, ...gatherOutcomes];
}

/** One exit for each choice, named by its digits. */
export function choiceExits(params: DraftParams): readonly Exit[] {
  return draftChoices(params).map(({ digits, label }) => ({
    id: digits,
    label: label ? `${digits} ${label}` : `Key ${digits}`,
    kind: 'main',
  }));
}

export const gatherOutputs: readonly Output[] = [
  { name: 'digits', title: 'Keys pressed', example: '12345' },
  { name: 'status', title: "Carrier's word for how it ended", example: 'valid' },
];

/** `valid_digits`, `maximum_digits` and, where # is a choice, `terminating_digit` follow from the choices unless they are set. */
export function digitsFromChoices(params: {
  choices?: readonly Choice[] | undefined;
  valid_digits?: string | undefined;
  maximum_digits?: number | undefined;
  terminating_digit?: string | undefined;
}): { valid_digits?: string; maximum_digits?: number; terminating_digit?: string } {
  const choices = params.choices ?? [];
  if (choices.length === 0) return {};
  const keys = [...new Set(choices.flatMap(({ digits }) => digits.split('')))].join('');
  const longest = Math.max(...choices.map(({ digits }) => digits.length));
  const terminator = keys.includes('#')
    ? '*0123456789'.split('').find((key) => !keys.includes(key))
    : undefined;
  return {
    ...(params.valid_digits === undefined ? { valid_digits: keys } : {}),
    ...(params.maximum_digits === undefined ? { maximum_digits: longest } : {}),
    ...(params.terminating_digit === undefined && terminator !== undefined
      ? { terminating_digit: terminator }
      : {}),
  };
}

const gatherEnded = z.object({
  status: z.string().nullish().catch(null),
  digits: z.string().nullish().catch(null),
});

interface Keypad {
  readonly choices?: readonly Choice[] | undefined;
  readonly terminating_digit?: string | undefined;
}

/** How a gather ended: the exit it stands for, and what was pressed. */
interface GatherResult {
  readonly exit: string;
  readonly digits: string;
  readonly status: string | null;
  readonly why?: string;
}

/**
 * What a `call.gather.ended` means. Nothing pressed comes as `invalid` without digits from the prompting forms and as
 * `timeout` from plain gather; a hang-up is told by `call.hangup`, so it leaves the node waiting.
 */
export function gatherOutcome(event: NodeEvent, params: Keypad): Decision | undefined {
  const result = gatherResult(event, params);
  if (result === undefined) return undefined;
  const { exit, why, ...outputs } = result;
  return leave(exit, { outputs, ...(why === undefined ? {} : { why }) });
}

/** The same, for a node that decides itself what to do about it. */
export function gatherResult(event: NodeEvent, params: Keypad): GatherResult | undefined {
  const { status = null, digits: pressed } = gatherEnded.parse(event.payload);
  if (status === 'call_hangup') return undefined;
  const digits = withoutTerminator(pressed ?? '', params.choices, params.terminating_digit ?? '#');
  const result = { digits, status };
  if (status === 'cancelled' || status === 'cancelled_amd') return { exit: 'cancelled', ...result };
  if (status === 'client_error')
    return { exit: 'error', ...result, why: 'The carrier could not speak the prompt.' };
  const failed = digits === '' ? 'no_input' : 'invalid';
  if (status !== 'valid') return { exit: failed, ...result };
  if (params.choices === undefined || params.choices.length === 0) return { exit: 'collected', ...result };
  const isChoice = params.choices.some((choice) => choice.digits === digits);
  return { exit: isChoice ? digits : failed, ...result };
}

/** Whether the terminating key is part of `digits` is not documented: strip it, unless it is itself a choice. */
function withoutTerminator(
  digits: string,
  choices: readonly Choice[] | undefined,
  terminator: string,
): string {
  if (terminator === '' || !digits.endsWith(terminator)) return digits;
  if (choices?.some((choice) => choice.digits === digits)) return digits;
  return digits.slice(0, -terminator.length);
}

/** Complaints every gather has about its choices and digit counts. */
export function lintDigits(params: DraftParams): readonly ParameterComplaint[] {
  const found: ParameterComplaint[] = [];
  const seen = new Set<string>();
  draftChoices(params).forEach(({ digits }, index) => {
    if (seen.has(digits)) {
      found.push({
        path: ['choices', index, 'digits'],
        severity: 'error',
        message: `The key ${digits} is used twice; callers would only ever reach the first one.`,
        cure: 'Give each choice a key of its own.',
      });
    }
    seen.add(digits);
  });
  found.push(...beginsOfOthers(params));
  const { minimum_digits: least, maximum_digits: most } = params;
  if (typeof least === 'number' && typeof most === 'number' && least > most) {
    found.push({
      path: ['minimum_digits'],
      severity: 'error',
      message: `Fewest digits (${least}) is more than most digits (${most}), so no entry can be right.`,
      cure: 'Lower the one or raise the other.',
    });
  }
  return found;
}

/** A key that others begin with: whoever presses it waits, and whoever presses the next key slowly gets the wrong way. */
function beginsOfOthers(params: DraftParams): readonly ParameterComplaint[] {
  const all = draftChoices(params).map(({ digits }) => digits);
  return all.flatMap((digits, index): ParameterComplaint[] => {
    const longer = all.find((other) => other !== digits && other.startsWith(digits));
    if (longer === undefined) return [];
    return [
      {
        path: ['choices', index, 'digits'],
        severity: 'warning',
        message: `Key ${digits} is how ${longer} begins: whoever presses ${digits} waits for a second key, and whoever is slow with ${longer} gets to ${digits}.`,
        cure: 'Give every choice as many keys, none of which begins like another.',
      },
    ];
  });
}

/** How many keys an answer has at most, as far as the draft says; `null` when it does not. */
export function mostKeys(params: DraftParams): number | null {
  const { maximum_digits: most, minimum_digits: least } = params;
  if (typeof most === 'number') return most;
  const lengths = draftChoices(params).map(({ digits }) => digits.length);
  if (lengths.length > 0) return Math.max(...lengths);
  return typeof least === 'number' ? least : null;
}

/** The choices of a draft, without those that have no key yet. */
export function draftChoices(params: DraftParams): readonly Choice[] {
  if (!Array.isArray(params.choices)) return [];
  return params.choices.flatMap((choice) => {
    if (!isJsonObject(choice) || typeof choice.digits !== 'string' || choice.digits === '') return [];
    return [{ digits: choice.digits, ...(typeof choice.label === 'string' ? { label: choice.label } : {}) }];
  });
}

/** The digits part of a gather's longest life, in milliseconds: the wait for the first key and for each of the others. */
export function digitsUpToMs(params: {
  timeout_millis?: number | undefined;
  inter_digit_timeout_millis?: number | undefined;
  maximum_digits?: number | undefined;
}): number {
  const {
    timeout_millis: first = 60_000,
    inter_digit_timeout_millis: next = 5_000,
    maximum_digits: most = 128,
  } = params;
  return first + next * most;
}

import { z } from 'zod';
import { keypadFields } from '../../carrier-parameters/digits/digits.ts';
import { speakParams } from '../../carrier-parameters/index.ts';
import { list, wholeNumber } from '../../carrier-parameters/parts/values.ts';
import type { DraftParams, ParameterComplaint } from '../../definition.ts';
import { templateComplaint } from '../../expressions/templates.ts';
import { choicesParam, draftChoices, lintDigits } from '../parts/choices.ts';
import { promptSchema } from '../parts/prompt.ts';
import { voiceParam } from '../parts/voice.ts';

/** Keys that a list can be chosen from. */
const listKeys: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const key = z.string().regex(/^[0-9*#]$/, 'Choose one key: 0 to 9, * or #.');
const limit = wholeNumber({ min: 1, max: 10, of: 'times' }).default(2);

const listTemplate = z
  .string()
  .max(2_000)
  .superRefine((template, refinement) => {
    const complaint = templateComplaint(template);
    if (complaint !== null)
      refinement.addIssue({ code: 'custom', message: `The template can't be read: ${complaint}` });
  });

/** Parameters of `menu`. */
export const menuParams = z.object({
  prompts: list(promptSchema).min(1, 'Write what the caller hears.').max(10).meta({
    title: 'What to ask',
    help: 'What the caller hears the first time, the second time and so on; the last one is said from then on. A key interrupts it.',
    group: 'main',
  }),
  choices: choicesParam.meta({
    title: 'Keys',
    help: 'One way on for each key.',
    group: 'main',
  }),
  choices_from: listTemplate.optional().meta({
    title: 'A list to choose from',
    help: 'A list that is known in the call: key 1 stands for its first item, and so on up to 9. What was chosen is read later as item and index.',
    example: '{{ nodes.find_orders.body.orders }}',
    group: 'advanced',
    control: 'code',
  }),
  list_limit: wholeNumber({ min: 1, max: listKeys.length, of: 'items' }).default(listKeys.length).meta({
    title: 'Most items of the list',
    help: 'The rest of a longer list is left out. The keys above this number are free for choices of their own.',
    unit: 'items',
    group: 'advanced',
  }),
  repeat_key: key.optional().meta({
    title: 'Key to hear it again',
    help: 'Says the question once more. It does not count as a wrong answer.',
    example: '*',
    group: 'main',
    control: 'keys',
  }),
  operator_key: key.optional().meta({
    title: 'Key for a person',
    help: 'Adds a way on of its own for callers who want to talk to somebody.',
    example: '0',
    group: 'main',
    control: 'keys',
  }),
  no_input_prompt: promptSchema.optional().meta({
    title: 'After silence',
    help: 'What the caller hears before being asked again when no key was pressed.',
    example: { text: 'We did not hear anything.' },
    group: 'listening',
  }),
  invalid_prompt: promptSchema.optional().meta({
    title: 'After a wrong key',
    help: 'What the caller hears before being asked again when the key stands for nothing.',
    example: { text: 'That is not one of the choices.' },
    group: 'listening',
  }),
  no_input_limit: limit.meta({
    title: 'Times of silence',
    help: 'After this many times without a key the call goes on without an answer.',
    unit: 'times',
    group: 'listening',
  }),
  invalid_limit: limit.meta({
    title: 'Wrong keys',
    help: 'After this many wrong keys the call goes on without an answer.',
    unit: 'times',
    group: 'listening',
  }),
  timeout_millis: wholeNumber({ min: 1, max: 120_000, of: 'milliseconds' }).default(6_000).meta({
    title: 'Wait for a key',
    help: 'How long a caller may stay silent after the question.',
    unit: 'ms',
    group: 'listening',
  }),
  inter_digit_timeout_millis: keypadFields.inter_digit_timeout_millis,
  voice: voiceParam,
  language: speakParams.shape.language,
});

/** What is wrong with a menu's keys. */
export function lintMenu(params: DraftParams): readonly ParameterComplaint[] {
  const taken = new Map(draftChoices(params).map(({ digits }) => [digits, 'a choice']));
  const found = [...lintDigits(params)];
  if (taken.size === 0 && !isGiven(params.choices_from)) {
    found.push({
      path: ['choices'],
      severity: 'error',
      message: 'There is nothing to choose; every key would be a wrong one.',
      cure: 'Add a key, or name a list to choose from.',
    });
  }
  const claim = (path: string, wanted: string, use: string) => {
    const by = taken.get(wanted);
    if (by === undefined) return taken.set(wanted, use);
    return found.push({
      path: [path],
      severity: 'error',
      message: `The key ${wanted} stands for ${by} already; callers could not use it for ${use}.`,
      cure: 'Choose another key.',
    });
  };
  if (isGiven(params.choices_from)) {
    const listed = listKeys.slice(0, Number(params.list_limit ?? listKeys.length));
    const clash = listed.find((each) => taken.has(each));
    if (clash !== undefined) claim('choices_from', clash, 'the list');
    for (const each of listed) taken.set(each, 'the list');
  }
  if (isGiven(params.repeat_key)) claim('repeat_key', params.repeat_key, 'hearing it again');
  if (isGiven(params.operator_key)) claim('operator_key', params.operator_key, 'a person');
  return found;
}

/** A text that is there. */
export function isGiven(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

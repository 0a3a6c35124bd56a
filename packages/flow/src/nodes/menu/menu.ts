import { z } from 'zod';
import {
  type Decision,
  defineNode,
  type Exit,
  leave,
  type NodeContext,
  type NodeEvent,
  wait,
} from '../../definition.ts';
import type { Json, JsonObject } from '../../json.ts';
import { bodyOf } from '../parts/body.ts';
import {
  type Choice,
  choiceExits,
  digitsFromChoices,
  digitsUpToMs,
  gatherOutcomes,
  gatherResult,
} from '../parts/choices.ts';
import { isGiven, lintMenu, menuParams } from './menu-params.ts';
import { type Prompt, promptInWords, type Said, saidIn, saying } from '../parts/prompt.ts';
import { MARGIN_MS, speechUpToMs } from '../parts/speech-length.ts';
import { gatherStop, soundStop } from '../parts/stops.ts';
import { voiceOf } from '../parts/voice.ts';

/** The carrier does not say how long a sound file is; a longer one is not awaited. */
const SOUND_UP_TO_MS = 10 * 60_000;
/** The carrier's limit for the words of one command. */
const LONGEST_PAYLOAD = 3_000;

/**
 * How often the caller was silent or wrong, whether a remark is being made on that, and the list as it was read out
 * (`null`: not known any more). What another version remembered otherwise begins anew.
 */
const memorySchema = z
  .object({
    silent: z.int().min(0).catch(0),
    wrong: z.int().min(0).catch(0),
    remarks: z.boolean().catch(false),
    items: z.array(z.json()).nullable().catch(null),
  })
  .catch({ silent: 0, wrong: 0, remarks: false, items: null });

type Memory = Omit<z.infer<typeof memorySchema>, 'items'> & { readonly items: readonly Json[] };
type Context = NodeContext<z.output<typeof menuParams>>;

const chosen: Exit = { id: 'chosen', label: 'From the list', kind: 'main' };
const operator: Exit = { id: 'operator', label: 'To a person', kind: 'main' };

export const menu = defineNode({
  type: 'menu',
  title: 'Menu',
  help: 'Asks the caller to choose with a key, and asks again in other words after silence or a wrong key.',
  category: 'ask',
  icon: 'list-numbers',
  synonyms: ['ivr', 'options', 'press 1', 'choices', 'select', 'keypad', 'dtmf', 'question', 'list'],
  role: 'step',
  waitsForCaller: true,
  params: menuParams,
  verbatim: ['choices_from'],
  defaults: { prompts: [{ text: '' }], choices: [{ digits: '1' }, { digits: '2' }] },
  exits: (params) => [
    ...choiceExits(params),
    ...(isGiven(params.choices_from) ? [chosen] : []),
    ...(isGiven(params.operator_key) ? [operator] : []),
    ...gatherOutcomes,
  ],
  outputs: (params) => [
    { name: 'digits', title: 'Key pressed', example: '1' },
    { name: 'label', title: 'What the key stands for', example: 'Appointments' },
    { name: 'attempts', title: 'Times the caller was asked', example: 1 },
    ...(isGiven(params.choices_from)
      ? [
          { name: 'item', title: 'Item of the list', example: { id: '4711' }, isForeign: true as const },
          { name: 'index', title: 'Its place in the list, from 0', example: 0 },
        ]
      : []),
  ],
  summary: ({ prompts }) => (Array.isArray(prompts) ? promptInWords(prompts[0]) : ''),
  lint: lintMenu,
  sounding: () => 'waits',
  stop: ({ memory }) => (memorySchema.parse(memory).remarks ? soundStop : gatherStop),
  enter(context) {
    const items = itemsOf(context);
    if (typeof items === 'string') return leave('error', { why: items });
    const memory = { silent: 0, wrong: 0, remarks: false, items };
    if (keysOf(context, memory).length === 0) return leave('error', { why: 'There is nothing to choose.' });
    return ask(context, memory);
  },
  handle(context, event) {
    const known = memorySchema.parse(context.memory);
    const items = known.items ?? itemsOf(context);
    if (typeof items === 'string') return leave('error', { why: items });
    const memory = { ...known, items };
    if (event.type === 'call.gather.ended') return judge(context, memory, event);
    return ask(context, { ...memory, remarks: false });
  },
});

/** The list to choose from, or why there is none. */
function itemsOf({
  params: { choices_from: template, list_limit: most },
  value,
}: Context): readonly Json[] | string {
  if (template === undefined) return [];
  const items = value(template);
  if (!isList(items)) return `${template} is not a list.`;
  return items.length === 0 ? 'The list to choose from is empty.' : items.slice(0, most);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Asks; what there is to remark on the last answer is said first, in one breath where both are words. */
function ask(context: Context, memory: Memory, remark?: Prompt): Decision {
  const { prompts } = context.params;
  const prompt = prompts[Math.min(memory.silent + memory.wrong, prompts.length - 1)];
  if (prompt === undefined) throw new Error('A menu has at least one prompt.');
  const question = saidIn(context, prompt);
  if (remark === undefined) return gather(context, memory, question);
  const before = saidIn(context, remark);
  const together = 'text' in before && 'text' in question ? `${before.text} ${question.text}` : undefined;
  if (together !== undefined && together.length <= LONGEST_PAYLOAD)
    return gather(context, memory, { text: together });
  const { command, ended, withinMs } = saying(context, before);
  return wait([ended], withinMs, { commands: [command], sounds: true, memory: { ...memory, remarks: true } });
}

function gather(context: Context, memory: Memory, question: Said): Decision {
  const { timeout_millis, inter_digit_timeout_millis } = context.params;
  const keypad = {
    ...bodyOf({ timeout_millis, inter_digit_timeout_millis }),
    ...digitsFromChoices({ choices: keysOf(context, memory) }),
    maximum_tries: 1,
  };
  const isSound = 'audio' in question;
  const params = isSound
    ? { audio_url: question.audio, ...keypad }
    : { payload: question.text, ...voiceOf(context), ...keypad };
  const action = isSound ? 'gather_using_audio' : 'gather_using_speak';
  const promptMs = isSound ? SOUND_UP_TO_MS : speechUpToMs(question.text);
  const withinMs =
    promptMs + digitsUpToMs({ timeout_millis, inter_digit_timeout_millis, ...keypad }) + MARGIN_MS;
  return wait(['call.gather.ended'], withinMs, {
    commands: [{ action, params, isOwnSound: isSound }],
    sounds: true,
    memory,
  });
}

/** Every key that means something, in the order of their exits. */
function keysOf({ params }: Context, { items }: Memory): readonly Choice[] {
  const special = [params.operator_key, params.repeat_key].flatMap((digits) =>
    digits === undefined ? [] : [{ digits }],
  );
  return [
    ...(params.choices ?? []),
    ...items.map((_item, index) => ({ digits: String(index + 1) })),
    ...special,
  ];
}

function judge(context: Context, memory: Memory, event: NodeEvent): Decision | undefined {
  const result = gatherResult(event, { choices: keysOf(context, memory) });
  if (result === undefined) return undefined;
  const { params } = context;
  const { exit, digits, why } = result;
  const attempts = memory.silent + memory.wrong + 1;
  if (exit === 'no_input' || exit === 'invalid') return tryAgain(context, memory, exit);
  if (exit === 'cancelled' || exit === 'error')
    return leave(exit, { outputs: { digits, attempts }, ...(why === undefined ? {} : { why }) });
  if (digits === params.repeat_key) return ask(context, memory);
  return leaveWith(context, memory, { digits, attempts });
}

function tryAgain(context: Context, memory: Memory, exit: 'no_input' | 'invalid'): Decision {
  const { params } = context;
  const isSilent = exit === 'no_input';
  const next = isSilent ? { ...memory, silent: memory.silent + 1 } : { ...memory, wrong: memory.wrong + 1 };
  const isEnough = next.silent >= params.no_input_limit || next.wrong >= params.invalid_limit;
  if (isEnough)
    return leave(exit, { outputs: { digits: '', label: null, attempts: next.silent + next.wrong } });
  return ask(context, next, isSilent ? params.no_input_prompt : params.invalid_prompt);
}

function leaveWith(
  { params }: Context,
  { items }: Memory,
  known: { readonly digits: string; readonly attempts: number },
): Decision {
  const { digits } = known;
  const choice = params.choices?.find((each) => each.digits === digits);
  const outputs: JsonObject = { ...known, label: choice?.label ?? null };
  if (choice !== undefined) return leave(digits, { outputs });
  if (digits === params.operator_key) return leave('operator', { outputs });
  const index = Number(digits) - 1;
  return leave('chosen', { outputs: { ...outputs, index, item: items[index] ?? null } });
}

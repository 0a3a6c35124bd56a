import { z } from 'zod';
import { templated } from '../carrier-parameters/index.ts';
import { list } from '../carrier-parameters/parts/values.ts';
import { type DraftParams, defineNode, type Exit, leave } from '../definition.ts';

const CURE = 'Write a number such as +1 312 555 0142, or the beginning of several, such as +1312*.';

const exits: readonly Exit[] = [
  { id: 'listed', label: 'On the list', kind: 'main' },
  { id: 'other', label: 'Everybody else', kind: 'main' },
];

export const callerList = defineNode({
  type: 'caller_list',
  title: 'Look for the caller on a list',
  help: 'Sends callers whose numbers you list one way, such as regular customers or numbers to turn away, and everybody else another. A caller without a number is on no list.',
  category: 'decide',
  icon: 'users',
  synonyms: ['vip', 'block', 'blacklist', 'allow', 'number', 'caller id', 'known', 'regulars', 'spam'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    numbers: list(templated({ cure: CURE, format: /^\+?[\d ()./-]*\d[\d ()./-]*\*?$/ }))
      .min(1, 'Add at least one number.')
      .max(500)
      .meta({
        title: 'Numbers',
        help: 'With the code of the country; spaces and dashes do not count. A star at the end stands for all numbers that begin so.',
        example: ['+1 312 555 0142', '+44 20*'],
        group: 'main',
      }),
  }),
  defaults: { numbers: [] },
  exits: () => exits,
  outputs: () => [{ name: 'number', title: 'The number on the list', example: '+1 312 555 0142' }],
  summary: summaryOf,
  isInstant: () => true,
  enter({ params: { numbers }, call }) {
    const found = numbers.find((listed) => stands(call.from, listed));
    return leave(found === undefined ? 'other' : 'listed', { outputs: { number: found ?? null } });
  },
});

function summaryOf({ numbers }: DraftParams): string {
  const [first, ...others] = Array.isArray(numbers) ? numbers.filter((one) => typeof one === 'string') : [];
  if (first === undefined) return '';
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function stands(caller: string, listed: string): boolean {
  const own = digitsOf(caller);
  const wanted = digitsOf(listed);
  if (own === '' || wanted === '') return false;
  return listed.endsWith('*') ? own.startsWith(wanted) : own === wanted;
}

function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '');
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionOperators,
  type ConditionRow,
  type ConditionValue,
  readCondition,
  standsAlone,
  writeCondition,
} from './condition-rows.ts';
import { conditionComplaint, holds } from './conditions.ts';
import { wordOperators } from './operators.ts';

const text = (value: string): ConditionValue => ({ kind: 'text', text: value });
const number = (value: number): ConditionValue => ({ kind: 'number', number: value });

const pairs: readonly (readonly [string, readonly ConditionRow[]])[] = [
  ['', []],
  ['nodes.ask.result.age > 17', [{ variable: 'nodes.ask.result.age', operator: 'more', value: number(17) }]],
  ['nodes.menu.digits == "1"', [{ variable: 'nodes.menu.digits', operator: 'is', value: text('1') }]],
  [
    'vars.urgent == true',
    [{ variable: 'vars.urgent', operator: 'is', value: { kind: 'yes_no', yes: true } }],
  ],
  ['vars.name != blank', [{ variable: 'vars.name', operator: 'is_set', value: null }]],
  ['vars.name == blank', [{ variable: 'vars.name', operator: 'is_not_set', value: null }]],
  ['call.from contains "+1312"', [{ variable: 'call.from', operator: 'contains', value: text('+1312') }]],
  ['vars.tries >= -3', [{ variable: 'vars.tries', operator: 'at_least', value: number(-3) }]],
  ['vars.price <= 9.5', [{ variable: 'vars.price', operator: 'at_most', value: number(9.5) }]],
  ['vars.a != ""', [{ variable: 'vars.a', operator: 'is_not', value: text('') }]],
  [
    'nodes.a.count < vars.limit',
    [{ variable: 'nodes.a.count', operator: 'less', value: { kind: 'variable', path: 'vars.limit' } }],
  ],
  [
    'vars.a == "x" and vars.b != blank and vars.c > 2',
    [
      { variable: 'vars.a', operator: 'is', value: text('x') },
      { variable: 'vars.b', operator: 'is_set', value: null },
      { variable: 'vars.c', operator: 'more', value: number(2) },
    ],
  ],
  [
    'vars.a == "this and that" and nodes["my-step"].x == "or"',
    [
      { variable: 'vars.a', operator: 'is', value: text('this and that') },
      { variable: 'nodes["my-step"].x', operator: 'is', value: text('or') },
    ],
  ],
];

describe('a condition as rows', () => {
  test.each(pairs)('%s is read and written back as it was', (condition, rows) => {
    expect(readCondition(condition)).toEqual(rows);
    expect(writeCondition(rows)).toBe(condition);
  });

  test.each([
    ["  vars.a   ==  'x'  ", 'vars.a == "x"'],
    ['vars.a == \'say "hi"\'', 'vars.a == "say \\"hi\\""'],
    ['vars.a==1 and\n vars.b>2.50', 'vars.a == 1 and vars.b > 2.5'],
    ['nodes.n.digits.size == 8', 'nodes.n.digits.size == 8'],
    ['vars.list[0] == "a"', 'vars.list[0] == "a"'],
  ])('%j is written as %j once a row changes', (condition, written) => {
    expect(writeCondition(readCondition(condition) ?? [])).toBe(written);
  });
});

describe('a condition that rows can’t show', () => {
  test.each([
    'vars.urgent',
    'not vars.urgent',
    'vars.a == 1 or vars.b == 2',
    'vars.a == 1 and vars.b == 2 or vars.c == 3',
    'vars.a == 1 and vars.b',
    'vars.a and vars.b == 1',
    '17 < vars.age',
    '"a" == vars.a',
    'vars.a == nil',
    'vars.a != empty',
    'blank == vars.a',
    'vars.a > blank',
    'vars.a contains blank',
    'vars.a == (1..3)',
    'vars.a == vars.b == vars.c',
    'vars.name | size > 3',
    'vars.a == "x" | upcase',
    'true == true',
    'vars.a = 3',
    'vars.a ==',
    'vars.a == "open',
    '{{ vars.a }} == 1',
  ])('%s stays text', (condition) => {
    expect(readCondition(condition)).toBeNull();
  });
});

describe('values that Liquid could misread', () => {
  test.each([
    'say "hi"',
    "it's",
    'back\\slash',
    'new\nline',
    'tab\there',
    '{{ braces }}',
    '{% tag %}',
    'ünï ✓',
    ' and ',
  ])('the text %j means itself', (value) => {
    const condition = writeCondition([{ variable: 'vars.said', operator: 'is', value: text(value) }]);
    expect(conditionComplaint(condition)).toBeNull();
    expect(holds(condition, { vars: { said: value } })).toBe(true);
    expect(holds(condition, { vars: { said: `${value}.` } })).toBe(false);
  });

  test.each([0, -1, 0.5, 17, 1e21, 1e-7])('the number %d means itself', (value) => {
    const condition = writeCondition([{ variable: 'vars.n', operator: 'is', value: number(value) }]);
    expect(holds(condition, { vars: { n: value } })).toBe(true);
    expect(holds(condition, { vars: { n: value === 0 ? 1 : value * 2 } })).toBe(false);
  });
});

describe('each operator', () => {
  const hold = (
    row: Omit<ConditionRow, 'variable'>,
    x: string | number | boolean | null | readonly string[],
  ) => holds(writeCondition([{ variable: 'vars.x', ...row }]), { vars: x === null ? {} : { x } });

  test('compares as its name says', () => {
    expect(hold({ operator: 'is', value: text('a') }, 'a')).toBe(true);
    expect(hold({ operator: 'is_not', value: text('a') }, 'b')).toBe(true);
    expect(hold({ operator: 'more', value: number(17) }, 17)).toBe(false);
    expect(hold({ operator: 'at_least', value: number(17) }, 17)).toBe(true);
    expect(hold({ operator: 'less', value: number(17) }, 16)).toBe(true);
    expect(hold({ operator: 'at_most', value: number(17) }, 18)).toBe(false);
    expect(hold({ operator: 'contains', value: text('b') }, 'abc')).toBe(true);
    expect(hold({ operator: 'contains', value: text('b') }, ['a', 'b'])).toBe(true);
    expect(hold({ operator: 'starts_with', value: text('yes') }, 'Yes, please.')).toBe(true);
    expect(hold({ operator: 'ends_with', value: text('please.') }, 'Yes, please.')).toBe(true);
    expect(hold({ operator: 'ends_with', value: text('yes') }, 'Yes, please.')).toBe(false);
    expect(hold({ operator: 'matches', value: text('\\bplease\\b') }, 'Yes, PLEASE.')).toBe(true);
  });

  test.each([
    ['Ana', true],
    [0, true],
    ['', false],
    ['  ', false],
    [null, false],
    [[], false],
  ] as const)('counts %j as set: %s', (x, isSet) => {
    expect(hold({ operator: 'is_set', value: null }, x)).toBe(isSet);
    expect(hold({ operator: 'is_not_set', value: null }, x)).toBe(!isSet);
  });
});

const reserved = new Set<string>([
  ...wordOperators,
  'and',
  'or',
  'not',
  'contains',
  'true',
  'false',
  'nil',
  'null',
  'empty',
  'blank',
]);
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((word) => !reserved.has(word));
const path = fc.tuple(fc.constantFrom('vars', 'call', 'nodes'), name).map((steps) => steps.join('.'));
const value: fc.Arbitrary<ConditionValue> = fc.oneof(
  fc.string({ unit: 'binary' }).map(text),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((n) => number(Number(n.toFixed(6)) + 0)),
  fc.boolean().map((yes) => ({ kind: 'yes_no', yes }) as const),
  path.map((other) => ({ kind: 'variable', path: other }) as const),
);
const row: fc.Arbitrary<ConditionRow> = fc
  .tuple(path, fc.constantFrom(...conditionOperators), value)
  .map(([variable, operator, compared]) => ({
    variable,
    operator,
    value: standsAlone(operator) ? null : compared,
  }));

test('any rows are read back as they were written', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      expect(readCondition(writeCondition(rows))).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

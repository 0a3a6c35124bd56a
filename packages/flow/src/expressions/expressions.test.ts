import { describe, expect, test } from 'vitest';
import { conditionComplaint, holds, variablesOfCondition } from './conditions.ts';
import {
  isTemplate,
  render,
  renderValue,
  templateComplaint,
  TemplateError,
  variablesOf,
} from './templates.ts';

const scope = {
  call: { from: '+13125550100', now: '2026-03-04T10:30:00.000Z' },
  vars: {
    name: 'Ana',
    list: [1, 2],
    said: 'NO',
    digits: '7',
    flag: true,
    pin: '0042',
    day: '2026-06-01',
  },
  nodes: { ask: { result: { age: 18 } } },
};

describe('templates', () => {
  test('read the call, variables and outputs of nodes', () => {
    expect(render('Hello {{ vars.name }}, {{ nodes.ask.result.age }}, {{ call.from }}.', scope)).toBe(
      'Hello Ana, 18, +13125550100.',
    );
  });

  test('render an unknown value as nothing', () => {
    expect(render('[{{ vars.nobody.name }}]', scope)).toBe('[]');
  });

  test('tell of each output of which nothing came, as it is written', () => {
    const emptyIn = (text: string) => {
      const empty: string[] = [];
      render(text, { ...scope, vars: { ...scope.vars, blank: '', none: [] } }, (output) =>
        empty.push(output),
      );
      return empty;
    };
    expect(emptyIn('Hello {{ vars.name }}, {{ vars.nobody.name }}.')).toEqual(['{{ vars.nobody.name }}']);
    expect(emptyIn('{{ vars.blank }}{{vars.none | join}} {{ 0 }}')).toEqual([
      '{{ vars.blank }}',
      '{{vars.none | join}}',
    ]);
    expect(emptyIn('{% if vars.name %}{{ vars.blank }}{% else %}{{ vars.nobody }}{% endif %}')).toEqual([
      '{{ vars.blank }}',
    ]);
    expect(emptyIn('{% for i in (1..2) %}{{ vars.blank }}{% endfor %}')).toHaveLength(2);
    expect(emptyIn("{{ vars.nobody | default: '' }}")).toEqual([]);
  });

  test.each([
    ['date: "%H:%M"', '10:30'],
    ['date_to_xmlschema', '2026-03-04T10:30:00+00:00'],
    ['date_to_rfc822', 'Wed, 04 Mar 2026 10:30:00 +0000'],
    ['date_to_string', '04 Mar 2026'],
    ['date_to_long_string: "ordinal"', '4th March 2026'],
  ])('know no clock but the call’s: %s', (filter, expected) => {
    expect(render(`{{ "now" | ${filter} }} {{ "today" | ${filter} }}`, scope)).toBe(
      `${expected} ${expected}`,
    );
  });

  test('know no time at all where there is no call', () => {
    expect(render('[{{ "now" | date_to_string }}]', { vars: {} })).toBe('[now]');
  });

  test('leave the values they were given as they are', () => {
    const given = { vars: { count: 3 } };
    expect(render('{% increment vars %}{% assign call = 1 %}{{ call }}', given)).toBe('01');
    expect(given).toEqual({ vars: { count: 3 } });
  });

  test.each([
    '{% include "secret" %}',
    '{% render "secret" %}',
    '{% layout "secret" %}',
    '{{ vars.list | sample }}',
    '{{ vars.name | no_such_filter }}',
  ])('refuse %s', (text) => {
    expect(() => render(text, scope)).toThrow(TemplateError);
  });

  test('reach nothing but the values given', () => {
    expect(render('{{ vars.constructor }}{{ vars.__proto__ }}{{ vars.name.constructor }}', scope)).toBe('');
  });

  test('stop a loop that would make too much', () => {
    expect(() => render('{% for i in (1..100000000) %}x{% endfor %}', scope)).toThrow(TemplateError);
  });

  test('that are one value alone keep its kind', () => {
    expect(renderValue('{{ nodes.ask.result.age }}', scope)).toBe(18);
    expect(renderValue(' {{ vars.list }} ', scope)).toEqual([1, 2]);
    expect(renderValue('{{ vars.name }}!', scope)).toBe('Ana!');
    expect(renderValue('{{ vars.name }}{{ vars.name }}', scope)).toBe('AnaAna');
    expect(renderValue('{{ vars.nothing }}', scope)).toBeNull();
  });

  test('are told from single braces', () => {
    expect(isTemplate('Hello {{ vars.name }}')).toBe(true);
    expect(isTemplate('{%- if true -%}')).toBe(true);
    expect(isTemplate('https://example.com/{id}')).toBe(false);
  });

  test('are complained about when they do not close', () => {
    expect(templateComplaint('Hello {{ vars.name')).toContain('not closed');
    expect(templateComplaint('{% if vars.name %}x')).toContain('not closed');
    expect(templateComplaint('x'.repeat(20_001))).toContain('longer than');
    expect(templateComplaint('50 % off, {no} template')).toBeNull();
  });

  test('name the values they read', () => {
    expect(variablesOf('{{ nodes.ask.result.age }} {% for x in vars.list %}{{ x }}{% endfor %}')).toEqual([
      ['nodes', 'ask', 'result', 'age'],
      ['vars', 'list'],
    ]);
  });
});

describe('conditions', () => {
  test('name the values they read, those in filters and brackets too', () => {
    const condition = '(vars.a | default: vars.b starts_with "x") and nodes.ask.digits | size > 1';
    expect(variablesOfCondition(condition)).toEqual([
      ['vars', 'a'],
      ['vars', 'b'],
      ['nodes', 'ask', 'digits'],
    ]);
  });

  test.each([
    ['nodes.ask.result.age > 17', true],
    ['nodes.ask.result.age > 18', false],
    ['vars.name == "Ana" and nodes.ask.result.age == 18', true],
    ['vars.list contains 3', false],
    ['not vars.nothing', true],
    ['vars.name', true],
    ['vars.nothing', false],
    ['vars.said | downcase == "no"', true],
    ['vars.said | downcase == "yes"', false],
    ['"no" == vars.said | strip | downcase', true],
    ['vars.list | size > 1 and vars.said | downcase == "no"', true],
    ['vars.list | join: " and " == "1 and 2"', true],
    ['vars.list | first | plus: 1 == 2 or vars.nothing', true],
    ['not vars.said | downcase == "yes"', true],
    ['(vars.nothing or vars.said | downcase == "no") and vars.name', true],
    ['vars.digits == 7', true],
    ['7 == vars.digits', true],
    ['vars.digits != 8', true],
    ['vars.digits > 17', false],
    ['"9" > "17"', false],
    ['vars.list contains "1"', true],
    ['vars.flag == "true"', true],
    ['vars.flag == "True"', true],
    ['vars.flag != "false"', true],
    ['vars.pin == "42"', false],
    ['vars.day < "2026-06-02"', true],
    ['vars.nothing > 1', false],
    ['vars.nothing == "nil"', false],
    ['vars.name > 1', false],
    ['vars.name == "ana"', false],
    ['vars.name starts_with "AN"', true],
    ['not vars.name starts_with "b"', true],
    ['vars.name ends_with "NA" and vars.name contains "n"', true],
    ['vars.name matches "^a.a$"', true],
    ['vars.digits matches "^[0-9]$"', true],
    ['vars.nothing matches "x"', false],
    ['vars.name | upcase starts_with "an"', true],
  ])('%s is %s', (condition, expected) => {
    expect(conditionComplaint(condition)).toBeNull();
    expect(holds(condition, scope)).toBe(expected);
  });

  test.each([
    '',
    'vars.age >',
    '> 3',
    'vars.a vars.b',
    'vars.a = 3',
    'vars.a && vars.b',
    '{{ vars.a }}',
    'vars.a == "open',
    'vars.a and and vars.b',
    'vars.said | no_such_filter == "yes"',
    'vars.said | == "yes"',
    'vars.said | downcase |',
    '| downcase == "yes"',
    'vars.said == yes',
    'said == "yes"',
    'trigger.call.From == "+1"',
    'vars.age > "old"',
    'vars.age > true',
    'vars.said matches "("',
    'vars.said matches "(?=x)"',
    '(vars.a or said) and vars.b',
  ])('"%s" is complained about', (condition) => {
    expect(conditionComplaint(condition)).toEqual(expect.any(String));
  });
});

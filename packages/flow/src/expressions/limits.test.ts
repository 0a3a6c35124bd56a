import { describe, expect, test } from 'vitest';
import { holds } from './conditions.ts';
import { render, renderValue, templateComplaint, TemplateError } from './templates.ts';

const text = 'a'.repeat(100_000);
const people = Array.from({ length: 1_500 }, (_, id) => ({
  id,
  name: `Name ${id} ${'x'.repeat(100)}`,
  open: id % 2 === 0,
}));
const scope = {
  call: { now: '2026-03-04T10:30:00.000Z' },
  vars: {
    text,
    other: `${text.slice(1)}b`,
    people,
    table: Object.fromEntries(people.map(({ id, name }) => [`key ${id}`, name])),
    rows: Array.from({ length: 200 }, () => Array.from({ length: 500 }, (_, index) => index)),
    one: 1,
  },
};

const times = (count: number, body: string) => `{% for i in (1..${count}) %}${body}{% endfor %}`;
const many = (count: number, part: string, between = '') => Array(count).fill(part).join(between);

const tooMuch: Readonly<Record<string, string>> = {
  'writes a long value again and again': times(100_000, '{{ vars.text }}'),
  'captures a long value again and again': times(100_000, '{% capture a %}{{ vars.text }}{% endcapture %}'),
  'doubles what it has captured': `{% assign a = "twelve words" %}${times(60, '{% capture a %}{{ a }}{{ a }}{% endcapture %}')}`,
  'doubles a text': `{% assign a = "twelve words" %}${times(60, '{% assign a = a | append: a %}')}`,
  'doubles a text by replacing': `{% assign a = "x" %}${times(60, '{% assign a = a | replace: "x", "xx" %}')}`,
  'doubles a list': `{% assign a = vars.people %}${times(60, '{% assign a = a | concat: a %}')}`,
  'puts a list into itself': `{% assign a = "x,x" | split: "," %}${times(40, '{% assign a = a | push: a %}')}{{ a }}`,
  'joins a list that holds itself': `{% assign a = "x,x" | split: "," %}${times(40, '{% assign a = a | push: a %}')}{{ a | join }}`,
  'writes JSON of JSON': `{% assign a = vars.people | json %}${times(30, '{% assign a = a | json %}')}`,
  'loops for nothing': times(190_000, ''),
  'loops in loops': times(1_000, times(1_000, times(1_000, ''))),
  'loops over a range without end': times(100_000_000, 'x'),
  'follows a long path': times(50_000, `{{ vars${many(9_000, '.a')} }}`),
  'compares again and again': times(50_000, `{% if ${many(1_500, '1 == 2', ' or ')} %}{% endif %}`),
  'compares long texts': times(100_000, '{% if vars.text == vars.other %}{% endif %}'),
  'compares lists': times(50_000, '{% if vars.rows < vars.rows %}{% endif %}'),
  'goes through many cases': times(50_000, `{% case 1 %}{% when ${many(4_000, '2', ', ')} %}{% endcase %}`),
  'cycles through many words': times(50_000, `{% cycle ${many(4_000, '""', ', ')} %}`),
  'lists an object again and again': times(50_000, '{% for k in vars.table limit: 1 %}{% endfor %}'),
  'sums again and again': times(50_000, '{% assign a = vars.people | sum: "id" %}'),
  'searches again and again': times(50_000, '{% assign a = vars.people | has: "id", -1 %}'),
  'sorts again and again': times(50_000, '{% assign a = vars.rows | sort %}'),
  'encodes again and again': times(50_000, '{% assign a = vars.text | url_encode %}'),
  'formats a date in many parts': times(50_000, `{{ call.now | date: "${many(3_000, '%A')}" }}`),
  'reckons time zones again and again': times(
    50_000,
    '{% assign a = call.now | date: "%H", "America/Chicago" %}',
  ),
  'pads a date': '{{ call.now | date: "%99999999d" }}',
  'draws a table': times(1_000, '{% tablerow x in vars.people %}{{ x.name }}{% endtablerow %}'),
};

describe('a template', () => {
  test.each(Object.entries(tooMuch))('that %s is stopped, each time at the same place', (_does, template) => {
    const failure = failureOf(template);
    expect(failure).toMatch(/failed: it (would write more than 200000 characters|asks for more work)/);
    expect(failureOf(template)).toBe(failure);
  });

  test('may look for something in a long list', () => {
    const open = '{{ vars.people | where: "open", true | map: "id" | join: ", " }}';
    expect(render(open, scope)).toMatch(/^0, 2, 4, .*, 1498$/);
    expect(renderValue('{{ vars.people | find: "id", 1499 }}', scope)).toEqual(people[1499]);
  });

  test('may go through a long list', () => {
    const ids = render('{% for one in vars.people %}{{ one.id }} {% endfor %}', scope);
    expect(ids.split(' ')).toHaveLength(1_501);
  });

  test('may be a long value as it is, but not one without end', () => {
    expect(renderValue('{{ vars.people }}', scope)).toEqual(people);
    const more = '{{ vars.people | concat: vars.people }}';
    expect(() => renderValue(more, scope)).toThrow('it would be a value of more than 300000 characters.');
  });

  test('may hold blocks in blocks, but not without end', () => {
    const nested = (depth: number) => `${many(depth, '{% if true %}')}x${many(depth, '{% endif %}')}`;
    expect(render(nested(90), scope)).toBe('x');
    expect(templateComplaint(nested(110))).toBe('more than 100 blocks stand in each other.');
    expect(templateComplaint(`{% liquid\n${many(2_000, 'if true\n')}%}`)).toBe(
      'more than 100 blocks stand in each other.',
    );
  });
});

describe('a condition', () => {
  test('that is too long or too much work is stopped', () => {
    expect(() => holds(many(5_000, 'true', ' and '), scope)).toThrow('longer than 20000 characters');
    expect(() => holds(many(300, 'vars.rows == vars.rows', ' and '), scope)).toThrow('more work');
  });
});

function failureOf(template: string): string {
  try {
    render(template, scope);
  } catch (cause) {
    if (cause instanceof TemplateError) return cause.message;
    throw cause;
  }
  return 'it does not fail';
}

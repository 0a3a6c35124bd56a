import {
  type Control,
  definitions,
  type Field,
  fieldsOf,
  type Json,
  type JsonObject,
} from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { flowOf, play, rung } from './testing/moments.ts';

/** Reads well when it is published, and fails when it is rendered: it would make too much. */
const FAILS = '{% for i in (1..9000000) %}x{% endfor %}';

/** Ways to put the failing template into a field; none where the field takes no template. */
function broken({ name, control }: Field): readonly JsonObject[] {
  return inside(control).map((value) => ({ [name]: value }));
}

function inside(control: Control): readonly Json[] {
  if (control.kind === 'text') return control.template ? [FAILS] : [];
  if (control.kind === 'list')
    return inside(control.item)
      .slice(0, 1)
      .map((item) => [item]);
  if (control.kind === 'object') return control.fields.flatMap(broken).slice(0, 1);
  return [];
}

const cases = definitions
  .filter(({ role }) => role === 'step')
  .map((definition) => {
    const { params, verbatim = [] } = definition;
    const rendered = fieldsOf(params).filter(({ name }) => !verbatim.includes(name));
    return { ...definition, ways: rendered.flatMap(broken) };
  })
  .filter(({ ways }) => ways.length > 0);

describe('a template that fails while the call runs', () => {
  it.each(cases)('makes $type leave by its exit for that', ({ type, defaults, failsBy = 'error', ways }) => {
    for (const way of ways) {
      const flow = flowOf({
        incoming: { type: 'start', exits: { incoming: 'step' } },
        step: { type, params: { ...defaults, ...way } },
      });
      const left = play(flow, rung).trace.find((line) => line.kind === 'left' && line.node === 'step');
      expect(left, JSON.stringify(way)).toMatchObject({
        exit: failsBy,
        why: expect.stringContaining('template'),
      });
    }
  });
});

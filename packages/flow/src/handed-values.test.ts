import { describe, expect, test } from 'vitest';
import { inputDefaults, takeInputs, takeOutputs } from './handed-values.ts';
import { flowSchema } from './schema.ts';

function flowOf(more: object) {
  return flowSchema.parse({
    format: 'gatherline/flow@1',
    id: 'booking',
    name: 'Booking',
    nodes: {},
    ...more,
  });
}

const flow = flowOf({
  inputs: {
    name: { type: 'text', required: true },
    party: { type: 'number', default: 2 },
    inside: { type: 'boolean' },
  },
  outputs: { booked: { type: 'boolean' }, table: { type: 'number' } },
});

describe('what goes into a flow', () => {
  test('is converted to the kind that is declared', () => {
    const given = { name: 4711, party: '6', inside: 'false' };
    expect(takeInputs(flow, given)).toEqual({ ok: true, values: { name: '4711', party: 6, inside: false } });
  });

  test.each([{ name: 'Ana' }, { name: 'Ana', party: null, inside: '' }])('has its defaults: %j', (given) => {
    expect(takeInputs(flow, given)).toEqual({ ok: true, values: { name: 'Ana', party: 2 } });
  });

  test.each([
    [{}, 'its input name is missing.'],
    [{ name: '' }, 'its input name is missing.'],
    [{ name: ['Ana'] }, 'its input name is a list, not a text.'],
    [{ name: 'Ana', party: 'many' }, 'its input party is a text, not a number.'],
    [{ name: 'Ana', party: true }, 'its input party is yes or no, not a number.'],
    [{ name: 'Ana', inside: 1 }, 'its input inside is a number, not yes or no (true or false).'],
  ])('refuses %j', (given, why) => {
    expect(takeInputs(flow, given)).toEqual({ ok: false, why: `The flow booking can't begin: ${why}` });
  });

  test('is left out when it is not declared, unless nothing is', () => {
    const given = { name: 'Ana', colour: 'blue' };
    expect(takeInputs(flow, given)).toEqual({ ok: true, values: { name: 'Ana', party: 2 } });
    expect(takeInputs(flowOf({}), given)).toEqual({ ok: true, values: given });
  });

  test('may be a list or an object', () => {
    const shapes = flowOf({ inputs: { slots: { type: 'list' }, customer: { type: 'object' } } });
    const given = { slots: ['9:00'], customer: { name: 'Ana' } };
    expect(takeInputs(shapes, given)).toEqual({ ok: true, values: given });
    expect(takeInputs(shapes, { slots: {} })).toMatchObject({ ok: false });
    expect(takeInputs(shapes, { customer: [] })).toMatchObject({ ok: false });
  });

  test('has defaults that hold for a call that begins there too', () => {
    expect(inputDefaults(flow)).toEqual({ party: 2 });
  });
});

describe('what comes out of a flow', () => {
  test('is what the flow declares, null where it was not given', () => {
    expect(takeOutputs(flow, { booked: 'true', colour: 'blue' })).toEqual({
      ok: true,
      values: { booked: true, table: null },
    });
  });

  test('is refused when it is of another kind', () => {
    expect(takeOutputs(flow, { table: 'by the window' })).toEqual({
      ok: false,
      why: 'The flow booking gives no good table: it is a text, not a number.',
    });
  });
});

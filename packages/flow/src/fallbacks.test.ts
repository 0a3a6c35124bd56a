import { describe, expect, it } from 'vitest';
import { createFallbacks } from './fallbacks.ts';
import type { JsonObject } from './json.ts';
import { definitionOf } from './nodes/index.ts';
import { parseFlow } from './reading.ts';
import { FORMAT } from './schema.ts';

function fall(nodes: JsonObject, settings: JsonObject, at: string, exitId: string) {
  const reading = parseFlow({ format: FORMAT, id: 'line', name: 'Line', settings, nodes });
  if (!reading.ok) throw new Error(reading.problems[0]?.message);
  const node = reading.flow.nodes[at];
  const exit = definitionOf(node?.type ?? '')
    ?.exits(node?.params ?? {})
    .find(({ id }) => id === exitId);
  if (exit === undefined) throw new Error(`There is no exit ${exitId} of ${at}.`);
  return createFallbacks(reading.flow)(at, exit);
}

const say = { type: 'speak', params: { payload: 'Hi' } };
const line = { incoming: { type: 'start', exits: { incoming: 'ask' } }, ask: { type: 'gather' }, sorry: say };

describe('an exit without a wire', () => {
  it('falls to the step that the flow names for its outcome', () => {
    const settings = { handlers: { no_input: 'sorry' } };
    expect(fall(line, settings, 'ask', 'no_input')).toEqual({ kind: 'handler', node: 'sorry' });
    expect(fall(line, settings, 'ask', 'invalid')).toEqual({ kind: 'apology' });
  });

  it('falls to the apology where the handler is the step itself, or is not there', () => {
    expect(fall(line, { handlers: { no_input: 'ask' } }, 'ask', 'no_input')).toEqual({ kind: 'apology' });
    expect(fall(line, { handlers: { no_input: 'gone' } }, 'ask', 'no_input')).toEqual({ kind: 'apology' });
  });

  it('goes the way of another exit while that one is wired', () => {
    const hours = (exits: JsonObject) => ({ ...line, hours: { type: 'business_hours', exits } });
    expect(fall(hours({ closed: 'sorry' }), {}, 'hours', 'holiday')).toEqual({
      kind: 'else',
      node: 'sorry',
      exit: 'closed',
    });
    expect(fall(hours({}), {}, 'hours', 'holiday')).toEqual({ kind: 'apology' });
  });

  it('is the end where the carrier hangs up by itself', () => {
    const nodes = { ...line, ring: { type: 'transfer', params: { to: '+13125550100' } } };
    expect(fall(nodes, {}, 'ring', 'answered')).toEqual({ kind: 'quiet' });
  });

  it('is taken over by a listener to failing steps, unless that only runs alongside', () => {
    const nodes = (mode: string) => ({ ...line, failing: { type: 'on_error', params: { mode } } });
    expect(fall(nodes('interrupt'), {}, 'ask', 'error')).toEqual({ kind: 'listener', node: 'failing' });
    expect(fall(nodes('alongside'), {}, 'ask', 'error')).toEqual({ kind: 'apology' });
    expect(fall(nodes('interrupt'), {}, 'ask', 'no_input')).toEqual({ kind: 'apology' });
  });
});

describe('an exit without a wire that no caller meets', () => {
  it('is beside the call after a listener that runs alongside', () => {
    const nodes = {
      ...line,
      key: { type: 'on_dtmf', params: { mode: 'alongside' }, exits: { then: 'note' } },
      note: { type: 'set_variables' },
    };
    expect(fall(nodes, {}, 'note', 'done')).toEqual({ kind: 'nothing', why: 'side_path' });
  });

  it('is after the call behind a listener to its end, and behind the step named for the hang-up', () => {
    const nodes = {
      ...line,
      ended: { type: 'on_hangup', exits: { then: 'note' } },
      note: { type: 'set_variables' },
      report: { type: 'set_variables' },
    };
    expect(fall(nodes, {}, 'note', 'error')).toEqual({ kind: 'nothing', why: 'over' });
    expect(fall(nodes, { handlers: { hangup: 'report' } }, 'report', 'done')).toEqual({
      kind: 'nothing',
      why: 'over',
    });
  });

  it('is on the path as soon as the path leads there too', () => {
    const nodes = { ...line, ended: { type: 'on_hangup', exits: { then: 'sorry' } } };
    const wired = { ...nodes, ask: { type: 'gather', exits: { collected: 'sorry' } } };
    expect(fall(wired, {}, 'sorry', 'done')).toEqual({ kind: 'apology' });
  });
});

import type { Flow, JsonObject } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { readablesAt } from './readables.ts';
import { read } from '../testing/harness.ts';
import { visitedBefore } from './visited-before.ts';

const say = (exits: JsonObject = {}) => ({ type: 'speak', params: { payload: 'Hi' }, exits });
const ask = (exits: JsonObject = {}) => ({ type: 'gather', exits });

function line(nodes: JsonObject, more: JsonObject = {}): Flow {
  return read({ format: 'gatherline/flow@1', id: 'line', name: 'Line', nodes, ...more });
}

const before = (flow: Flow, id: string) => [...visitedBefore(flow, id)].toSorted();
const paths = (flow: Flow, node: string | null, takesSecrets = false) =>
  readablesAt(flow, { node, takesSecrets }).flatMap(({ items }) => items.map(({ path }) => path));

const steps = {
  incoming: { type: 'start', exits: { incoming: 'first' } },
  first: ask({ collected: 'left', no_input: 'right' }),
  left: ask({ collected: 'end' }),
  right: ask({ collected: 'end' }),
  end: say(),
  lost: ask({ collected: 'end' }),
};
const fork = line(steps);

describe('steps visited before another', () => {
  it('are those with a path to it, whether or not a call gets there', () => {
    expect(before(fork, 'left')).toEqual(['first', 'incoming']);
    expect(before(fork, 'end')).toEqual(['first', 'incoming', 'left', 'lost', 'right']);
  });

  it('count exits without a wire that fall to it', () => {
    const failing = line(steps, { settings: { handlers: { error: 'right' } } });
    expect(before(failing, 'right')).toEqual(['end', 'first', 'incoming', 'left', 'lost', 'right']);
  });

  it('hold a step itself only when the call can come back to it', () => {
    const loop = line({
      incoming: { type: 'start', exits: { incoming: 'menu' } },
      menu: ask({ collected: 'menu', no_input: 'end' }),
      end: say(),
    });
    expect(before(loop, 'menu')).toContain('menu');
    expect(before(loop, 'end')).not.toContain('end');
  });

  it('are all that a call can reach, behind an event', () => {
    const listening = line({
      incoming: { type: 'start', exits: { incoming: 'menu' } },
      menu: ask(),
      zero: { type: 'on_dtmf', exits: { then: 'bye' } },
      bye: say(),
      lost: ask(),
    });
    expect(before(listening, 'bye')).toEqual(['bye', 'incoming', 'menu', 'zero']);
    expect(before(listening, 'menu')).toEqual(['incoming']);
  });
});

describe('what may be read', () => {
  it('are the outputs of the steps before, in the order of the call', () => {
    expect(paths(fork, 'left').filter((path) => path.startsWith('nodes.'))).toEqual([
      'nodes.first.digits',
      'nodes.first.status',
    ]);
  });

  it('is of every step for a text of the flow itself', () => {
    expect(paths(fork, null)).toContain('nodes.lost.digits');
  });

  it('holds variables with a first value, inputs, and those that steps before have set', () => {
    const flow = line(
      {
        incoming: { type: 'start', exits: { incoming: 'set' } },
        set: {
          type: 'set_variables',
          params: { variables: [{ name: 'early', value: '1' }] },
          exits: { done: 'say' },
        },
        say: say({ done: 'later' }),
        later: { type: 'set_variables', params: { variables: [{ name: 'late', value: '1' }] } },
      },
      { variables: { name: 'Ana' }, inputs: { order: { type: 'text' } } },
    );
    const vars = (node: string) => paths(flow, node).filter((path) => path.startsWith('vars.'));
    expect(vars('say')).toEqual(['vars.order', 'vars.name', 'vars.early']);
  });

  it('holds what the step itself finds out only where its answer is held against a condition', () => {
    const flow = line({
      incoming: { type: 'start', exits: { incoming: 'look_up' } },
      look_up: { type: 'http_request' },
    });
    const own = (readsItself: boolean) =>
      readablesAt(flow, { node: 'look_up', readsItself })
        .flatMap(({ items }) => items.map(({ path }) => path))
        .filter((path) => path.startsWith('nodes.look_up.'));
    expect(own(true)).toContain('nodes.look_up.status');
    expect(own(false)).toEqual([]);
  });

  it('holds resources that can be said, and secrets only where nobody hears them', () => {
    const flow = line(
      { incoming: { type: 'start' } },
      {
        resources: {
          reception: { type: 'number' },
          week: { type: 'hours' },
          crm_key: { type: 'secret' },
        },
      },
    );
    const resources = (secrets: boolean) =>
      paths(flow, 'incoming', secrets).filter((path) => path.startsWith('resources.'));
    expect(resources(false)).toEqual(['resources.reception']);
    expect(resources(true)).toEqual(['resources.reception', 'resources.crm_key']);
  });

  it('is called by its title, or else by the words in its name', () => {
    const flow = line(
      { incoming: { type: 'start' } },
      {
        variables: { preferred_day: '' },
        inputs: { order: { type: 'text', title: 'Number of the order' } },
        resources: { night_desk: { type: 'number' }, crm_key: { type: 'secret', title: 'Key of the CRM' } },
      },
    );
    const labels = readablesAt(flow, { node: 'incoming', takesSecrets: true }).flatMap(({ title, items }) =>
      title === 'The call' ? [] : items.map(({ label }) => `${title}: ${label}`),
    );
    expect(labels).toEqual([
      'Variables: Number of the order',
      'Variables: preferred day',
      'Details: night desk',
      'Details: Key of the CRM (secret)',
    ]);
  });

  it('holds the event behind a listener, and after the hang-up', () => {
    const flow = line(
      {
        incoming: { type: 'start', exits: { incoming: 'menu' } },
        menu: ask(),
        zero: { type: 'on_dtmf', exits: { then: 'bye' } },
        bye: say(),
        report: { type: 'set_variables' },
      },
      { settings: { handlers: { hangup: 'report' } } },
    );
    const events = (node: string) => paths(flow, node).filter((path) => path.startsWith('event.'));
    expect(events('bye')).toEqual(['event.digit']);
    expect(events('zero')).toEqual(['event.digit']);
    expect(events('report')).toEqual(['event.hangup_cause', 'event.hangup_source']);
    expect(events('menu')).toEqual([]);
  });

  it('are named by the person where a server decides what is in them', () => {
    const flow = line({
      incoming: { type: 'start', exits: { incoming: 'look_up' } },
      look_up: { type: 'http_request', params: { url: 'https://example.com' }, exits: { success: 'end' } },
      end: say(),
    });
    const [, step] = readablesAt(flow, { node: 'end' });
    expect(step?.items).toContainEqual(
      expect.objectContaining({ path: 'nodes.look_up.body.value', blank: 'value' }),
    );
    expect(paths(flow, 'end')).toContain('nodes.look_up.body');
    expect(paths(flow, 'end')).not.toContain('nodes.look_up.body.id');
  });
});

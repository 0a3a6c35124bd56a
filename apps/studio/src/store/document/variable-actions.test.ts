import { describe, expect, it } from 'vitest';
import { read, setUpHarness } from '../testing/harness.ts';

const flow = read({
  format: 'gatherline/flow@1',
  id: 'line',
  name: 'Line',
  settings: { apology: 'Sorry, {{ vars.name }}.' },
  variables: { name: '', tries: 0 },
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'set' } },
    set: {
      type: 'set_variables',
      params: {
        variables: [
          { name: 'name', value: '{{ vars.name | upcase }} vars.name' },
          { name: 'other', value: 'name' },
        ],
      },
      exits: { done: 'count' },
    },
    count: { type: 'counter', params: { variable: 'tries', limit: 3 }, exits: { below: 'decide' } },
    decide: { type: 'branch', params: { branches: [{ name: 'name', when: 'vars.name == "vars.name"' }] } },
    hello: { type: 'speak', params: { payload: { 'en-US': 'Hello {{ vars.name }}, {{ vars.name_2 }}.' } } },
  },
});

describe('giving a variable another name', () => {
  it('rewrites what reads it and what sets it, and no other text', () => {
    const { state } = setUpHarness(flow);
    expect(state().renameVariable('name', 'caller')).toBe(true);
    const { variables, nodes, settings } = state().flow ?? flow;
    expect(Object.keys(variables)).toEqual(['caller', 'tries']);
    expect(settings.apology).toBe('Sorry, {{ vars.caller }}.');
    expect(nodes.set?.params.variables).toEqual([
      { name: 'caller', value: '{{ vars.caller | upcase }} vars.name' },
      { name: 'other', value: 'name' },
    ]);
    expect(nodes.decide?.params.branches).toEqual([{ name: 'name', when: 'vars.caller == "vars.name"' }]);
    expect(nodes.hello?.params.payload).toEqual({ 'en-US': 'Hello {{ vars.caller }}, {{ vars.name_2 }}.' });
  });

  it('follows a step that counts in it', () => {
    const { state } = setUpHarness(flow);
    state().renameVariable('tries', 'attempts');
    expect(state().flow?.nodes.count?.params).toEqual({ variable: 'attempts', limit: 3 });
  });

  it('is one step to undo', () => {
    const { state } = setUpHarness(flow);
    state().renameVariable('name', 'caller');
    state().undo();
    expect(state().flow).toEqual(flow);
    expect(state().canUndo).toBe(false);
  });

  it('refuses a name that is taken or malformed', () => {
    const { state } = setUpHarness(flow);
    expect(state().renameVariable('name', 'tries')).toBe(false);
    expect(state().renameVariable('name', 'Full name')).toBe(false);
    expect(state().renameVariable('nobody', 'somebody')).toBe(false);
    expect(state().canUndo).toBe(false);
  });
});

import { parseConversation } from '@gatherline/conversations';
import { parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { type Playing, playConversation } from './play-conversation.ts';

const menu = {
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: {
    type: 'gather_using_speak',
    params: {
      payload: 'Press 1 for sales.',
      choices: [{ digits: '1' }],
      timeout_millis: 4000,
      maximum_tries: 1,
    },
    exits: { 1: 'sales' },
  },
  sales: { type: 'speak', params: { payload: 'This is sales.' }, exits: { done: 'bye' } },
  bye: { type: 'hangup' },
};

function play(steps: readonly unknown[], more: Record<string, unknown> = {}): Playing {
  const flow = parseFlow({ format: 'gatherline/flow@1', id: 'example', name: 'Example', nodes: menu });
  const reading = parseConversation({ name: 'A call', flow: 'example', steps, ...more });
  if (!flow.ok || !reading.ok) throw new Error('The example must be well written.');
  return playConversation(reading.conversation, { flow: flow.flow });
}

describe('a conversation that does not go as it says', () => {
  it('tells what was heard instead', () => {
    const { failure } = play([{ hears: 'Press 2 for support.' }]);
    expect(failure).toEqual({
      step: 1,
      message: 'Step 1, {"hears":"Press 2 for support."}: the caller hears “Press 1 for sales.” instead.',
    });
  });

  it('tells which exit was taken instead', () => {
    const { failure } = play([
      { hears: 'Press 1' },
      { presses: '1' },
      { leaves: { node: 'ask', exit: 'no_input' } },
    ]);
    expect(failure?.message).toContain('the call leaves ask by 1.');
  });

  it('tells who ended the call', () => {
    const { failure } = play([
      { hears: 'Press 1' },
      { presses: '1' },
      { hears: 'This is sales.' },
      { ends: 'caller' },
    ]);
    expect(failure?.message).toContain('the flow ended the call');
  });

  it('tells what else was heard before the end', () => {
    const { failure } = play([{ hears: 'Press 1' }, { presses: '1' }, { ends: 'flow' }]);
    expect(failure?.message).toContain('the caller also heard “This is sales.”');
  });

  it('tells that nothing more is heard', () => {
    const { failure } = play([{ hears: 'Press 1' }, { hangs_up: true }, { hears: 'This is sales.' }]);
    expect(failure?.message).toContain('the caller hears nothing more; the call is over (normal_clearing).');
  });

  it('tells that an event to be sent again was never sent', () => {
    expect(play([{ redelivers: 'call.bridged' }]).failure?.message).toContain(
      'the carrier has sent no call.bridged yet.',
    );
  });

  it('tells that an event was kept back for good', () => {
    const steps = [
      { holds_back: 'call.gather.ended', until_after: 'call.bridged' },
      { hears: 'Press 1' },
      { hangs_up: true },
    ];
    expect(play(steps).failure?.message).toContain(
      'the carrier never sent call.bridged, so call.gather.ended is still kept back.',
    );
  });
});

describe('a conversation that goes as it says', () => {
  it('gives the exits that were left and what was heard', () => {
    const { ok, exitsLeft, heard } = play([
      { hears: 'Press 1' },
      { presses: '1' },
      { hears: 'This is sales.' },
      { ends: 'flow' },
    ]);
    expect(ok).toBe(true);
    expect(exitsLeft).toContainEqual({ node: 'ask', type: 'gather_using_speak', exit: '1' });
    expect(heard.filter(({ kind }) => kind === 'speech')).toHaveLength(2);
  });

  it('is the same each time it is played', () => {
    const steps = [{ hears: 'Press 1' }, { stays_silent: true }];
    expect(play(steps)).toEqual(play(steps));
  });

  it('asks the carrier about a call whose event does not come, and apologises', () => {
    const steps = [
      { holds_back: 'call.gather.ended', until_after: 'call.hangup' },
      { hears: 'Press 1' },
      { presses: '1' },
      { leaves: { node: 'ask', exit: 'error' } },
      { hears: 'We are sorry' },
      { ends: 'flow' },
    ];
    expect(play(steps).failure).toBeUndefined();
  });
});

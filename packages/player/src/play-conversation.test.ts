import { describe, expect, it } from 'vitest';
import { playExample } from './testing/example-flow.ts';

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

const play = (steps: readonly unknown[], more: object = {}, nodes: object = menu) =>
  playExample(nodes, { steps, ...more });

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

describe('a conversation that expects something else to be sent', () => {
  const booking = {
    incoming: { type: 'start', exits: { incoming: 'book' } },
    book: {
      type: 'http_request',
      params: { method: 'POST', url: 'https://crm.example/bookings', body: { name: 'Ana' } },
      exits: { success: 'confirm' },
    },
    confirm: {
      type: 'send_message',
      params: { to: '+13125550142', from: '+13125550100', text: 'You are booked.' },
      exits: { done: 'bye' },
    },
    bye: { type: 'hangup' },
  };
  const url = 'https://crm.example/bookings';
  const http = [{ request: { url }, replies: [{ status: 201 }] }];
  const failureOf = (step: object) => play([step], { http }, booking).failure?.message;

  it('tells the body with which the request went out', () => {
    expect(failureOf({ requests: { url, body: { name: 'Bo' } } })).toContain(
      `no such request to ${url} is sent, but POST with {"name":"Ana"}`,
    );
    expect(failureOf({ requests: { url, method: 'PUT' } })).toContain('but POST with {"name":"Ana"}');
  });

  it('tells that nothing went to that server', () => {
    expect(failureOf({ requests: { url: 'https://bank.example' } })).toContain(
      'no request to https://bank.example is sent; the call is over',
    );
  });

  it('tells the words of the text message that went out, or that none did', () => {
    expect(failureOf({ texts: { to: '+13125550142', text: 'Sorry' } })).toContain(
      'no such text message goes to +13125550142, but “You are booked.”',
    );
    expect(failureOf({ texts: { to: '+13125550199', text: 'Sorry' } })).toContain(
      'no text message goes to +13125550199;',
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

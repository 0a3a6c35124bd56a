import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createHarness, line, voice } from './testing/harness.ts';

const dialBody = { connection_id: '28', from: line, to: colleague };

describe('a command', () => {
  it('on a call that was not answered is refused with 422/90034', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    const reply = harness.command('speak', id, { payload: 'Hello.', voice });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90034']);
  });

  it('after the hang-up is refused with 422/90018', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.act(id, { kind: 'hang_up' });
    const reply = harness.command('speak', id, { payload: 'Hello.', voice });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90018']);
  });

  it.each(['v3:nobody', 'constructor', '__proto__', ''])(
    'on the unknown call "%s" is refused with 404/90015',
    (id) => {
      const reply = createHarness().command('speak', id, { payload: 'Hello.', voice });
      expect(reply.status).toBe(404);
      expect(codesOf(reply)).toEqual(['90015']);
    },
  );

  it('that the carrier does not have is refused with 404/10005', () => {
    const harness = createHarness();
    const reply = harness.command('sing', harness.answeredCall());
    expect(reply.status).toBe(404);
    expect(codesOf(reply)).toEqual(['10005']);
  });

  it('to answer an outgoing leg is refused with 422/90102', () => {
    const harness = createHarness();
    harness.does('dial', null, dialBody);
    const reply = harness.command('answer', harness.legRungAt(colleague));
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90102']);
  });
});

describe('a repeated command_id', () => {
  it('on the same leg is answered alike and ignored', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    const speak = { payload: 'Once.', voice, command_id: 'c1' };
    const first = harness.command('speak', id, speak);
    harness.pass(5000);
    const { reply, repeat } = harness.put({
      kind: 'command',
      action: 'speak',
      callControlId: id,
      body: speak,
    });
    expect(repeat).toBe(true);
    expect(reply).toEqual(first);
    expect(harness.said(id)).toEqual(['Once.']);
  });

  it('is a new command after sixty seconds', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    const speak = { payload: 'Again.', voice, command_id: 'c1' };
    harness.does('speak', id, speak);
    harness.pass(59_999);
    harness.does('speak', id, speak);
    expect(harness.said(id)).toHaveLength(1);
    harness.pass(1);
    harness.does('speak', id, speak);
    expect(harness.said(id)).toHaveLength(2);
  });

  it('on another leg is a command of its own', () => {
    const harness = createHarness();
    const [one, two] = [harness.answeredCall(), harness.answeredCall()];
    for (const id of [one, two]) harness.does('speak', id, { payload: 'Hello.', voice, command_id: 'c1' });
    expect(harness.said(two)).toEqual(['Hello.']);
  });

  it('of a hang-up is answered with ok although the call is over', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('hangup', id, { command_id: 'c1' });
    harness.does('hangup', id, { command_id: 'c1' });
    expect(harness.types()).toEqual(['call.hangup']);
  });

  it('of a refused command is looked at anew', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    const speak = { payload: 'Hello.', voice, command_id: 'c1' };
    expect(harness.command('speak', id, speak).status).toBe(422);
    harness.does('answer', id);
    harness.does('speak', id, speak);
    expect(harness.said(id)).toEqual(['Hello.']);
  });

  it('among dials makes no second call', () => {
    const harness = createHarness();
    const first = harness.does('dial', null, { ...dialBody, command_id: 'd1' });
    expect(harness.does('dial', null, { ...dialBody, command_id: 'd1' })).toEqual(first);
    expect(harness.types()).toEqual(['call.initiated']);
  });
});

describe('a fault in the script', () => {
  it('refuses an action as often as it says, without any effect', () => {
    const fault = { action: 'speak', status: 500, code: '10007', title: 'Unexpected error', times: 2 };
    const harness = createHarness({ script: { faults: [fault] } });
    const id = harness.answeredCall();
    const speak = { payload: 'Hello.', voice, command_id: 'c1' };
    expect([1, 2, 3].map(() => harness.command('speak', id, speak).status)).toEqual([500, 500, 200]);
    expect(harness.said(id)).toEqual(['Hello.']);
  });

  it('can be for any action, dial too, and be put in later', () => {
    const harness = createHarness();
    const fault = {
      action: '*',
      status: 429,
      code: '90103',
      title: 'Dials-per-second limit reached',
      times: null,
    };
    harness.put({ kind: 'script', change: { faults: [fault] } });
    expect(harness.command('dial', null, dialBody)).toEqual({
      status: 429,
      body: { errors: [{ code: '90103', title: 'Dials-per-second limit reached' }] },
    });
    harness.put({ kind: 'script', change: { faults: [] } });
    harness.does('dial', null, dialBody);
  });
});

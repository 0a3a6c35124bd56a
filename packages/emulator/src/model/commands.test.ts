import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createDesk, line, voice } from './testing/desk.ts';

const dialBody = { connection_id: '28', from: line, to: colleague };

describe('a command', () => {
  it('on a call that was not answered is refused with 422/90034', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    const reply = desk.command('speak', id, { payload: 'Hello.', voice });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90034']);
  });

  it('after the hang-up is refused with 422/90018', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.act(id, { kind: 'hang_up' });
    const reply = desk.command('speak', id, { payload: 'Hello.', voice });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90018']);
  });

  it.each(['v3:nobody', 'constructor', '__proto__', ''])(
    'on the unknown call "%s" is refused with 404/90015',
    (id) => {
      const reply = createDesk().command('speak', id, { payload: 'Hello.', voice });
      expect(reply.status).toBe(404);
      expect(codesOf(reply)).toEqual(['90015']);
    },
  );

  it('that the carrier does not have is refused with 404/10005', () => {
    const desk = createDesk();
    const reply = desk.command('sing', desk.answeredCall());
    expect(reply.status).toBe(404);
    expect(codesOf(reply)).toEqual(['10005']);
  });

  it('to answer an outgoing leg is refused with 422/90102', () => {
    const desk = createDesk();
    desk.does('dial', null, dialBody);
    const reply = desk.command('answer', desk.legRungAt(colleague));
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90102']);
  });
});

describe('a repeated command_id', () => {
  it('on the same leg is answered alike and ignored', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    const speak = { payload: 'Once.', voice, command_id: 'c1' };
    const first = desk.command('speak', id, speak);
    desk.pass(5000);
    const { reply, repeat } = desk.put({ kind: 'command', action: 'speak', callControlId: id, body: speak });
    expect(repeat).toBe(true);
    expect(reply).toEqual(first);
    expect(desk.said(id)).toEqual(['Once.']);
  });

  it('is a new command after sixty seconds', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    const speak = { payload: 'Again.', voice, command_id: 'c1' };
    desk.does('speak', id, speak);
    desk.pass(59_999);
    desk.does('speak', id, speak);
    expect(desk.said(id)).toHaveLength(1);
    desk.pass(1);
    desk.does('speak', id, speak);
    expect(desk.said(id)).toHaveLength(2);
  });

  it('on another leg is a command of its own', () => {
    const desk = createDesk();
    const [one, two] = [desk.answeredCall(), desk.answeredCall()];
    for (const id of [one, two]) desk.does('speak', id, { payload: 'Hello.', voice, command_id: 'c1' });
    expect(desk.said(two)).toEqual(['Hello.']);
  });

  it('of a hang-up is answered with ok although the call is over', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('hangup', id, { command_id: 'c1' });
    desk.does('hangup', id, { command_id: 'c1' });
    expect(desk.types()).toEqual(['call.hangup']);
  });

  it('of a refused command is looked at anew', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    const speak = { payload: 'Hello.', voice, command_id: 'c1' };
    expect(desk.command('speak', id, speak).status).toBe(422);
    desk.does('answer', id);
    desk.does('speak', id, speak);
    expect(desk.said(id)).toEqual(['Hello.']);
  });

  it('among dials makes no second call', () => {
    const desk = createDesk();
    const first = desk.does('dial', null, { ...dialBody, command_id: 'd1' });
    expect(desk.does('dial', null, { ...dialBody, command_id: 'd1' })).toEqual(first);
    expect(desk.types()).toEqual(['call.initiated']);
  });
});

describe('a fault in the script', () => {
  it('refuses an action as often as it says, without any effect', () => {
    const fault = { action: 'speak', status: 500, code: '10007', title: 'Unexpected error', times: 2 };
    const desk = createDesk({ script: { faults: [fault] } });
    const id = desk.answeredCall();
    const speak = { payload: 'Hello.', voice, command_id: 'c1' };
    expect([1, 2, 3].map(() => desk.command('speak', id, speak).status)).toEqual([500, 500, 200]);
    expect(desk.said(id)).toEqual(['Hello.']);
  });

  it('can be for any action, dial too, and be put in later', () => {
    const desk = createDesk();
    const fault = {
      action: '*',
      status: 429,
      code: '90103',
      title: 'Dials-per-second limit reached',
      times: null,
    };
    desk.put({ kind: 'script', change: { faults: [fault] } });
    expect(desk.command('dial', null, dialBody)).toEqual({
      status: 429,
      body: { errors: [{ code: '90103', title: 'Dials-per-second limit reached' }] },
    });
    desk.put({ kind: 'script', change: { faults: [] } });
    desk.does('dial', null, dialBody);
  });
});

import { describe, expect, it } from 'vitest';
import { codesOf, createDesk } from './testing/desk.ts';

const first = '+13125550131';
const second = '+13125550132';
const script = { waiting: { support: [{ from: first, hangsUpAfterMs: 60_000 }, { from: second }] } };

describe('strangers who wait in a queue', () => {
  it('are there before the application’s first call comes to it', () => {
    const desk = createDesk({ script });
    const id = desk.answeredCall();
    desk.does('enqueue', id, { queue_name: 'support' });
    expect(desk.types()).toEqual(['call.enqueued']);
    expect(desk.payload('call.enqueued')).toMatchObject({ call_control_id: id, current_position: 3 });
  });

  it('fill it', () => {
    const desk = createDesk({ script });
    const id = desk.answeredCall();
    const full = desk.command('enqueue', id, { queue_name: 'support', max_size: 2 });
    expect(codesOf(full)).toEqual(['90036']);
  });

  it('are connected with whoever takes the first of the queue, and are nobody the application hears of', () => {
    const desk = createDesk({ script });
    const id = desk.answeredCall();
    desk.does('bridge', id, { queue: 'support' });
    expect(desk.types()).toEqual(['call.bridged']);
    expect(desk.heard().filter(({ callControlId }) => callControlId === id)).toMatchObject([
      { kind: 'connected', with: first },
    ]);
    desk.pass(60_000);
    expect(desk.types()).toEqual(['call.bridged', 'call.hangup']);
    expect(desk.payload('call.hangup')).toMatchObject({ call_control_id: id });
  });

  it('come once', () => {
    const desk = createDesk({ script: { waiting: { support: [{ from: first }] } } });
    const agent = desk.answeredCall();
    desk.does('bridge', agent, { queue: 'support' });
    const other = desk.answeredCall();
    expect(codesOf(desk.command('bridge', other, { queue: 'support' }))).toEqual(['90033']);
  });
});

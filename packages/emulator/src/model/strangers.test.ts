import { describe, expect, it } from 'vitest';
import { codesOf, createHarness } from './testing/harness.ts';

const first = '+13125550131';
const second = '+13125550132';
const script = { waiting: { support: [{ from: first, hangsUpAfterMs: 60_000 }, { from: second }] } };

describe('strangers who wait in a queue', () => {
  it('are there before the application’s first call comes to it', () => {
    const harness = createHarness({ script });
    const id = harness.answeredCall();
    harness.does('enqueue', id, { queue_name: 'support' });
    expect(harness.types()).toEqual(['call.enqueued']);
    expect(harness.payload('call.enqueued')).toMatchObject({ call_control_id: id, current_position: 3 });
  });

  it('fill it', () => {
    const harness = createHarness({ script });
    const id = harness.answeredCall();
    const full = harness.command('enqueue', id, { queue_name: 'support', max_size: 2 });
    expect(codesOf(full)).toEqual(['90036']);
  });

  it('are connected with whoever takes the first of the queue, and are nobody the application hears of', () => {
    const harness = createHarness({ script });
    const id = harness.answeredCall();
    harness.does('bridge', id, { queue: 'support' });
    expect(harness.types()).toEqual(['call.bridged']);
    expect(harness.heard().filter(({ callControlId }) => callControlId === id)).toMatchObject([
      { kind: 'connected', with: first },
    ]);
    harness.pass(60_000);
    expect(harness.types()).toEqual(['call.bridged', 'call.hangup']);
    expect(harness.payload('call.hangup')).toMatchObject({ call_control_id: id });
  });

  it('come once', () => {
    const harness = createHarness({ script: { waiting: { support: [{ from: first }] } } });
    const agent = harness.answeredCall();
    harness.does('bridge', agent, { queue: 'support' });
    const other = harness.answeredCall();
    expect(codesOf(harness.command('bridge', other, { queue: 'support' }))).toEqual(['90033']);
  });
});

import { describe, expect, it } from 'vitest';
import { createHarness } from './testing/harness.ts';

describe('a question about a queue', () => {
  const support = { queue_name: 'support' };

  it('tells the place of a call and how long it has waited, without a trace on the call', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('enqueue', id, { ...support, client_state: 'YQ==' });
    const next = harness.answeredCall();
    harness.does('enqueue', next, support);
    harness.pass(30_000);
    const asked = harness.command('retrieve_queue_call', next, { ...support, client_state: 'Yg==' });
    expect(asked).toMatchObject({ status: 200, body: { data: { queue_position: 2, wait_time_secs: 30 } } });
    harness.act(id, { kind: 'hang_up' });
    expect(harness.command('retrieve_queue_call', next, support)).toMatchObject({
      body: { data: { queue_position: 1, is_alive: true } },
    });
    expect(harness.command('retrieve_queue', null, support)).toMatchObject({
      body: { data: { average_wait_time_secs: 30, current_size: 1, max_size: 100 } },
    });
    expect(harness.leg(id).clientState).toBe('YQ==');
  });

  it('is refused for a queue that was never used, and for a call that does not wait there', () => {
    const harness = createHarness();
    harness.does('enqueue', harness.answeredCall(), support);
    const other = harness.answeredCall();
    expect(harness.command('retrieve_queue', null, { queue_name: 'sales' }).status).toBe(404);
    expect(harness.command('retrieve_queue_call', other, support).status).toBe(404);
  });
});

import { describe, expect, it } from 'vitest';
import { ask } from '../testing/database.ts';
import { damage } from '../testing/damage.ts';
import { greetingFlow } from '../testing/flows.ts';
import { openService } from '../testing/service.ts';
import { arrival } from '../testing/webhooks.ts';

describe('a flow with a key that is kept for the service', () => {
  it('is refused with the key and the cure', async () => {
    const service = await openService();
    for (const subflows of [{ a: 1 }, {}, null, 'a']) {
      const answer = await service.api('POST', '/api/flows', { flow: { ...greetingFlow(), subflows } });
      expect(answer).toMatchObject({
        status: 422,
        body: { error: { code: 'not_a_flow', problems: [{ path: ['subflows'] }] } },
      });
    }
  });

  it('that an earlier version published still answers calls, and can be mended', async () => {
    const service = await openService({ flow: greetingFlow() });
    await service.stop();
    const text = JSON.stringify({ ...greetingFlow(), subflows: { a: 1 } });
    damage(service.dataDir, 'UPDATE documents SET text = ?', text);
    damage(service.dataDir, 'UPDATE flows SET text = ?', text);
    const again = await openService({ dataDir: service.dataDir });
    expect((await again.deliver(arrival())).status).toBe(200);
    expect(ask(again.dataDir, 'SELECT id FROM calls')).toEqual([{ id: 'v3:caller' }]);
    const draft = await again.api('GET', '/api/flows/greeting');
    expect(draft).toMatchObject({ status: 200, body: { flow: { id: 'greeting' } } });
    expect(JSON.stringify(draft.body)).not.toContain('subflows');
  });
});

it('a flow of ten thousand steps is refused in words, and before it keeps anybody waiting', async () => {
  const service = await openService();
  const ids = Array.from({ length: 10_000 }, (_, index) => `step_${index}`);
  const steps = ids.map((id, index) => [id, { type: 'wait', exits: { done: ids[index + 1] ?? 'step_0' } }]);
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'step_0' } },
    ...Object.fromEntries(steps),
  };
  const created = await service.api('POST', '/api/flows', { flow: { ...greetingFlow(), nodes } });
  expect(created.status).toBe(201);
  const startedAt = performance.now();
  const answer = await service.api('POST', '/api/flows/greeting/publish', { revision: 1 });
  expect(answer).toMatchObject({
    status: 422,
    body: { error: { problems: [{ rule: 'too-many-steps', message: expect.stringContaining('10001') }] } },
  });
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

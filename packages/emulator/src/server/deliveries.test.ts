import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import type { Accidents } from './deliveries.ts';
import type { Attempt } from './sender.ts';
import { createSigner } from './signing.ts';
import { carrierAtHand } from './testing/carrier-at-hand.ts';

const call = { from: '+13125550100', to: '+13125550111' };

describe('a webhook', () => {
  it('comes in the carrier’s envelope, with its headers', async () => {
    const { application, dialIn } = await carrierAtHand();
    const id = await dialIn();
    const [event] = application.events();
    expect(event).toMatchObject({
      data: { event_type: 'call.initiated', payload: { call_control_id: id } },
      meta: { attempt: 1, delivered_to: application.url },
    });
    expect(event?.data.occurred_at).toMatch(/^2025-10-09T08:53:20\.\d{6}Z$/);
    expect(application.delivered[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'telnyx-webhooks',
      'telnyx-timestamp': expect.stringMatching(/^\d{10}$/),
    });
  });

  it('is signed over its timestamp and raw body', async () => {
    const { application, dialIn, emulator } = await carrierAtHand();
    await dialIn();
    const [first] = application.delivered;
    const signed = Buffer.from(`${String(first?.headers['telnyx-timestamp'])}|${first?.body}`);
    const signature = Buffer.from(String(first?.headers['telnyx-signature-ed25519']), 'base64');
    const key = Buffer.from(emulator.publicKey, 'base64');
    expect(nacl.sign.detached.verify(signed, signature, key)).toBe(true);
  });

  it('is signed with the key given', () => {
    const seed = Buffer.alloc(32, 7).toString('base64');
    expect(createSigner(seed).publicKey).toBe(createSigner(seed).publicKey);
    expect(createSigner().publicKey).not.toBe(createSigner().publicKey);
  });

  it('goes where the call’s webhook_url says', async () => {
    const { application, ask, emulator } = await carrierAtHand({ webhookUrl: 'http://127.0.0.1:9/' });
    const body = {
      connection_id: '28',
      from: '+13125550111',
      to: '+13125550199',
      webhook_url: application.url,
    };
    await ask('POST', '/v2/calls', body);
    await emulator.idle();
    expect(application.types()).toEqual(['call.initiated']);
  });
});

describe('a webhook that fails', () => {
  it.each([408, 429, 500, 503])(
    'with %i is sent again, the attempt counted and signed anew',
    async (status) => {
      const answers = [status, status, 200];
      const { application, clock, dialIn, emulator } = await carrierAtHand({
        answer: () => answers.shift() ?? 200,
      });
      await dialIn();
      for (let tries = 0; tries < 3; tries += 1) {
        clock.advanceToNextDue();
        await emulator.idle();
      }
      expect(application.events().map(({ meta }) => meta.attempt)).toEqual([1, 2, 3]);
      expect(new Set(application.events().map(({ data }) => data.id)).size).toBe(1);
      expect(
        new Set(application.delivered.map(({ headers }) => headers['telnyx-signature-ed25519'])).size,
      ).toBe(3);
    },
  );

  it.each([400, 401, 404, 422])('with %i is not sent again', async (status) => {
    const { application, clock, dialIn } = await carrierAtHand({ answer: () => status });
    await dialIn();
    expect(application.delivered).toHaveLength(1);
    expect(clock.nextAtMs()).toBeNull();
  });

  it('is given up after eight tries within a minute', async () => {
    const { application, clock, dialIn, emulator } = await carrierAtHand({ answer: () => 500 });
    await dialIn();
    const begin = clock.now();
    while (clock.advanceToNextDue()) await emulator.idle();
    expect(application.delivered).toHaveLength(8);
    expect(clock.now() - begin).toBeLessThanOrEqual(60_000);
  });

  it('because nobody answers is sent again', async () => {
    const attempts: Attempt[] = [];
    const { clock, dialIn, emulator } = await carrierAtHand({
      webhookUrl: 'http://127.0.0.1:9/',
      onAttempt: (attempt) => void attempts.push(attempt),
    });
    await dialIn();
    clock.advanceToNextDue();
    await emulator.idle();
    expect(attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('because the answer takes longer than two seconds is sent again', async () => {
    const attempts: Attempt[] = [];
    const { application, dialIn } = await carrierAtHand({
      answer: () => new Promise(() => {}),
      onAttempt: (attempt) => void attempts.push(attempt),
    });
    await dialIn();
    expect(attempts).toMatchObject([{ attempt: 1, status: null }]);
    expect(application.delivered).toEqual([]);
  });

  it('holds back the later ones of its call, and only those', async () => {
    let isDown = true;
    const { action, application, clock, dialIn, emulator } = await carrierAtHand({
      answer: ({ data }) => (isDown && data.event_type === 'call.initiated' ? 503 : 200),
    });
    const id = await dialIn();
    await action(id, 'answer');
    await emulator.idle();
    expect(application.types()).toEqual(['call.initiated']);
    isDown = false;
    clock.advanceToNextDue();
    await emulator.idle();
    expect(application.types()).toEqual(['call.initiated', 'call.initiated', 'call.answered']);
  });
});

describe('accidents on the way', () => {
  /** The order in which the events of a short call arrive. */
  async function arrivalsWith(deliveries: Accidents): Promise<string[]> {
    const { action, application, clock, emulator } = await carrierAtHand({ deliveries, seed: 'same' });
    const { callControlId } = await emulator.line().dialIn(call);
    await action(callControlId, 'answer');
    await action(callControlId, 'gather');
    await action(callControlId, 'hangup');
    await emulator.idle();
    while (clock.advanceToNextDue()) await emulator.idle();
    return application.types();
  }

  const inOrder = ['call.initiated', 'call.answered', 'call.hangup', 'call.gather.ended'];

  it('do not happen unless they are asked for', async () => {
    expect(await arrivalsWith({})).toEqual(inOrder);
  });

  it('bring every webhook twice when duplication is certain', async () => {
    const arrivals = await arrivalsWith({ duplicate: 1 });
    expect(arrivals.toSorted()).toEqual([...inOrder, ...inOrder].toSorted());
  });

  it('let later webhooks overtake, the same ones for the same seed', async () => {
    const arrivals = await arrivalsWith({ reorder: 0.5, seed: 3 });
    expect(arrivals).not.toEqual(inOrder);
    expect(arrivals.toSorted()).toEqual(inOrder.toSorted());
    expect(await arrivalsWith({ reorder: 0.5, seed: 3 })).toEqual(arrivals);
  });

  it('make webhooks wait without changing their order', async () => {
    const { application, clock, dialIn, emulator } = await carrierAtHand({ deliveries: { delayMs: 5000 } });
    await dialIn();
    expect(application.types()).toEqual([]);
    expect(clock.nextAtMs()).toBeLessThanOrEqual(clock.now() + 5000);
    clock.advanceToNextDue();
    await emulator.idle();
    expect(application.types()).toEqual(['call.initiated']);
    expect(await arrivalsWith({ delayMs: 5000 })).toEqual(inOrder);
  });
});

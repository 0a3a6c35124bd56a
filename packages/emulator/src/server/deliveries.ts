import { Agent, request } from 'undici';
import type { WebhookDraft } from '../model/webhooks.ts';
import { createChance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Signer } from './signing.ts';
import type { Stir } from './stir.ts';

/** What goes wrong on the way, on purpose. Chances from 0 to 1; the same seed gives the same accidents. */
export type Accidents = { duplicate?: number; reorder?: number; delayMs?: number; seed?: number };

/** One try to deliver a webhook. `status` null: no answer. */
export type Attempt = { webhook: WebhookDraft; url: string; attempt: number; status: number | null };

type Waiting = { webhook: WebhookDraft; delayMs: number };

/** Work going on; `over` tells that it is at rest. */
type Work = { over: () => void };

type Dependencies = {
  webhookUrl: () => string;
  signer: Signer;
  clock: Clock;
  accidents: Accidents;
  /** Unix ms for the signature: always the real time, or receivers would refuse what a jumping clock has signed. */
  signedAt: () => number;
  onAttempt: (attempt: Attempt) => void;
  stir: Stir;
};

export type Deliveries = {
  send(webhook: WebhookDraft): void;
  close(): Promise<void>;
};

const timeoutMs = 2000;
// The carrier does not tell its schedule; this one makes eight tries within a minute.
const backoffMs = [500, 1000, 2000, 4000, 8000, 16_000, 24_000];
const overtakenByMs = 250;

/** Delivers webhooks: one call's in their order, again when they fail, and with the accidents asked for. */
export function createDeliveries(dependencies: Dependencies): Deliveries {
  const { clock, accidents, signer, webhookUrl, signedAt, onAttempt, stir } = dependencies;
  const agent = new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs },
  });
  const closing = new AbortController();
  const chance = createChance(accidents.seed ?? 1);
  const lanes = new Map<string, Waiting[]>();

  /** Waiting for the clock is not work: the line may count as settled meanwhile. */
  function until(atMs: number, work: Work): Promise<void> {
    work.over();
    return new Promise((resolve) => {
      clock.at(atMs, () => {
        work.over = stir.begin();
        resolve();
      });
    });
  }

  async function attempt(webhook: WebhookDraft, count: number): Promise<number | null> {
    const url = webhook.url ?? webhookUrl();
    const body = JSON.stringify({ data: webhook.data, meta: { attempt: count, delivered_to: url } });
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'telnyx-webhooks',
      ...signer.sign(body, signedAt()),
    };
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await request(url, { method: 'POST', dispatcher: agent, headers, body, signal });
      await response.body.dump();
      return response.statusCode;
    } catch {
      return null;
    }
  }

  async function deliver({ webhook, delayMs }: Waiting, work: Work): Promise<void> {
    if (delayMs > 0) await until(clock.now() + delayMs, work);
    for (let count = 1; !closing.signal.aborted; count += 1) {
      const status = await attempt(webhook, count);
      if (closing.signal.aborted) return;
      onAttempt({ webhook, url: webhook.url ?? webhookUrl(), attempt: count, status });
      const pauseMs = backoffMs[count - 1];
      if (!isWorthRetrying(status) || pauseMs === undefined) return;
      await until(clock.now() + pauseMs, work);
    }
  }

  /** One after the other, so that a call's webhooks arrive in the order in which they were sent. */
  async function workOff(lane: Waiting[], whenEmpty: () => void = () => {}): Promise<void> {
    const work = { over: stir.begin() };
    for (let next = lane[0]; next !== undefined; next = lane[0]) {
      await deliver(next, work);
      lane.shift();
    }
    whenEmpty();
    work.over();
  }

  function sendInLane(webhook: WebhookDraft, delayMs: number): void {
    const { sessionId } = webhook;
    const lane = lanes.get(sessionId);
    if (lane !== undefined) return void lane.push({ webhook, delayMs });
    const opened = [{ webhook, delayMs }];
    lanes.set(sessionId, opened);
    void workOff(opened, () => lanes.delete(sessionId));
  }

  return {
    send(webhook) {
      const { duplicate = 0, reorder = 0, delayMs = 0 } = accidents;
      const drawn = { reorder: chance(), duplicate: chance(), delay: chance(), again: chance() };
      const waitMs = Math.round(drawn.delay * delayMs);
      if (drawn.reorder < reorder) void workOff([{ webhook, delayMs: waitMs + overtakenByMs }]);
      else sendInLane(webhook, waitMs);
      if (drawn.duplicate < duplicate)
        void workOff([{ webhook, delayMs: Math.round(drawn.again * delayMs) + overtakenByMs }]);
    },
    async close() {
      closing.abort();
      await agent.destroy();
    },
  };
}

/** No answer, 408, 429 and 5xx come again; every other refusal is taken at its word. */
function isWorthRetrying(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}

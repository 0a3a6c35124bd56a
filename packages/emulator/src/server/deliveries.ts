import type { WebhookDraft } from '../model/webhooks.ts';
import { createChance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Attempt, Sender } from './sender.ts';
import type { ActivityMonitor } from './activity-monitor.ts';

/** What goes wrong on the way, on purpose. Chances from 0 to 1; the same seed gives the same accidents. */
export type Accidents = { duplicate?: number; reorder?: number; delayMs?: number; seed?: number };

type Waiting = { webhook: WebhookDraft; delayMs: number };

/** Work going on; `over` tells that it is at rest. */
type Work = { over: () => void };

type Dependencies = {
  sender: Sender;
  clock: Clock;
  accidents: Accidents;
  activity: ActivityMonitor;
  onAttempt: (attempt: Attempt) => void;
};

// The carrier does not tell its schedule; this one makes eight tries within a minute.
const backoffMs = [500, 1000, 2000, 4000, 8000, 16_000, 24_000];
const overtakenByMs = 250;

/** Delivers webhooks: one call's in their order, again when they fail, and with the accidents asked for. */
export function createDeliveries({ accidents, ...rest }: Dependencies): (webhook: WebhookDraft) => void {
  const { duplicate = 0, reorder = 0, delayMs = 0, seed = 1 } = accidents;
  const chance = createChance(seed);
  const lanes = new Map<string, Waiting[]>();

  function sendInLane(waiting: Waiting): void {
    const { sessionId } = waiting.webhook;
    const lane = lanes.get(sessionId);
    if (lane !== undefined) return void lane.push(waiting);
    const opened = [waiting];
    lanes.set(sessionId, opened);
    void workOff(rest, opened, () => lanes.delete(sessionId));
  }

  /** Outside of its lane: the later webhooks of its call may overtake it. */
  function sendAside({ webhook, delayMs: afterMs }: Waiting): void {
    void workOff(rest, [{ webhook, delayMs: afterMs + overtakenByMs }], () => {});
  }

  return (webhook) => {
    // All are drawn each time, so that one accident does not change the luck of the others.
    const drawn = { reorder: chance(), duplicate: chance(), delay: chance(), again: chance() };
    const send = drawn.reorder < reorder ? sendAside : sendInLane;
    send({ webhook, delayMs: Math.round(drawn.delay * delayMs) });
    if (drawn.duplicate < duplicate) sendAside({ webhook, delayMs: Math.round(drawn.again * delayMs) });
  };
}

type Means = Omit<Dependencies, 'accidents'>;

/** One after the other, so that what is in a lane arrives in the order in which it was sent. */
async function workOff(means: Means, lane: Waiting[], whenEmpty: () => void): Promise<void> {
  const work = { over: means.activity.begin() };
  for (let next = lane[0]; next !== undefined; next = lane[0]) {
    await deliver(means, next, work);
    lane.shift();
  }
  whenEmpty();
  work.over();
}

async function deliver(means: Means, { webhook, delayMs }: Waiting, work: Work): Promise<void> {
  const { clock, sender, onAttempt } = means;
  if (delayMs > 0) await until(means, clock.now() + delayMs, work);
  for (let count = 1; ; count += 1) {
    const attempt = await sender.attempt(webhook, count);
    if (sender.isClosed()) return;
    onAttempt(attempt);
    const pauseMs = backoffMs[count - 1];
    if (!isWorthRetrying(attempt.status) || pauseMs === undefined) return;
    await until(means, clock.now() + pauseMs, work);
  }
}

/** Waiting for the clock is not work: the line may count as settled meanwhile. */
function until({ clock, activity }: Means, atMs: number, work: Work): Promise<void> {
  work.over();
  return new Promise((resolve) => {
    clock.at(atMs, () => {
      work.over = activity.begin();
      resolve();
    });
  });
}

/** No answer, 408, 429 and 5xx come again; every other refusal is taken at its word. */
function isWorthRetrying(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}

import { carrier, type ModelInput, type Outcome } from '../model/carrier.ts';
import type { Command } from '../model/commands.ts';
import { type Reply, refusedWith } from '../model/errors.ts';
import type { Heard } from '../model/heard.ts';
import { type CarrierState, createModel, type ModelOptions } from '../model/state.ts';
import type { WebhookDraft } from '../model/webhooks.ts';
import type { Line, PhoneLine } from './phone-line.ts';
import { legRungAt } from './rung-leg.ts';

/** Sends a command to the carrier at once and gives its answer. */
export type Send = (command: Command) => Reply;

/** An application on the other side of the carrier, without HTTP between them and without waiting. */
export type SyncRuntime = {
  /** A webhook arrives at `atMs`; what it makes the application do is sent from within. */
  receive(webhook: WebhookDraft, send: Send, atMs: number): void;
  /** When the application wants to be woken next, Unix ms; null or left out: never. */
  nextDueAtMs?(): number | null;
  wake?(send: Send, atMs: number): void;
};

export type ModelLine = Line & {
  /** The carrier as it stands: plain JSON. */
  state(): CarrierState;
  /** Webhooks delivered so far, oldest first. */
  webhooks(): readonly WebhookDraft[];
  /** Commands sent so far with their answers, oldest first. */
  commands(): readonly (Command & { reply: Reply; repeat: boolean })[];
};

/** A line on the pure model: everything happens at once and in order, and time passes only when a caller lets it. */
export function createModelLine(runtime: SyncRuntime, options: ModelOptions = {}): ModelLine {
  let state = createModel(options);
  let nextDueAtMs: number | null = null;
  let isDelivering = false;
  const heard: Heard[] = [];
  const delivered: WebhookDraft[] = [];
  const waiting: WebhookDraft[] = [];
  const commands: (Command & { reply: Reply; repeat: boolean })[] = [];

  function apply(input: ModelInput, atMs = state.nowMs): Outcome {
    const outcome = carrier(state, input, atMs);
    ({ state, nextDueAtMs } = outcome);
    heard.push(...outcome.heard);
    waiting.push(...outcome.webhooks);
    return outcome;
  }

  const send: Send = (command) => {
    const { reply, repeat } = apply({ kind: 'command', ...command });
    const answer = reply ?? refusedWith(500, '10007', 'The model gave no answer.');
    commands.push({ ...command, reply: answer, repeat });
    return answer;
  };

  function deliver(): void {
    if (isDelivering) return;
    isDelivering = true;
    try {
      for (let webhook = waiting.shift(); webhook !== undefined; webhook = waiting.shift()) {
        delivered.push(webhook);
        runtime.receive(webhook, send, state.nowMs);
      }
    } finally {
      isDelivering = false;
    }
  }

  /** Lets time pass to `atMs`, where it is first the carrier's turn and then the application's. */
  function pass(atMs: number): void {
    apply({ kind: 'time' }, atMs);
    deliver();
    for (let wakes = 0; isRuntimeDue(); wakes += 1) {
      if (wakes > 1000)
        throw new Error('The runtime still wants to be woken after a thousand wakes at one time.');
      runtime.wake?.(send, state.nowMs);
      deliver();
    }
  }

  function isRuntimeDue(): boolean {
    const dueAtMs = runtime.nextDueAtMs?.() ?? null;
    return dueAtMs !== null && dueAtMs <= state.nowMs;
  }

  function advance(notPastMs?: number): boolean {
    const dues = [nextDueAtMs, runtime.nextDueAtMs?.() ?? null].filter((due) => due !== null);
    const nextMs = Math.min(...dues);
    const isDue = nextMs <= (notPastMs ?? nextMs) && dues.length > 0;
    if (isDue) pass(nextMs);
    return isDue;
  }

  const phoneOf = (callControlId: string): PhoneLine => ({
    callControlId,
    now: () => state.nowMs,
    async act(act) {
      apply({ kind: 'caller', callControlId, act });
      deliver();
    },
    heardSince: (cursor) => heard.filter((one) => one.callControlId === callControlId && one.seq > cursor),
    advance: async (notPastMs) => advance(notPastMs),
    async reach(atMs) {
      while (advance(atMs));
      pass(atMs);
    },
    settled: async () => deliver(),
    stirs: async () => false,
  });

  return {
    now: () => state.nowMs,
    state: () => state,
    webhooks: () => delivered,
    commands: () => commands,
    async dialIn(call) {
      const { ids } = apply({ kind: 'dial_in', ...call });
      if (ids === null) throw new Error('The model opened no leg for a call from outside.');
      deliver();
      return phoneOf(ids.callControlId);
    },
    phoneAt(number) {
      const leg = legRungAt(state, number);
      return leg === undefined ? null : phoneOf(leg.callControlId);
    },
    async script(change) {
      apply({ kind: 'script', change });
    },
  };
}

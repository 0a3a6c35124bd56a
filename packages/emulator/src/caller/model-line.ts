import { carrier, type ModelInput, type Outcome } from '../model/carrier.ts';
import type { Command } from '../model/commands.ts';
import { type Reply, refusedWith } from '../model/errors.ts';
import type { Heard } from '../model/heard.ts';
import { type CarrierState, createModel, type ModelOptions } from '../model/state.ts';
import type { TextMessage } from '../model/texts.ts';
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

/** A command with the carrier's answer. */
type AnsweredCommand = Command & { reply: Reply; repeat: boolean };

export type ModelLine = Line & {
  /** The carrier as it stands: plain JSON. */
  state(): CarrierState;
  /** Webhooks delivered so far, oldest first. */
  webhooks(): readonly WebhookDraft[];
  /** Commands sent so far with their answers, oldest first. */
  commands(): readonly AnsweredCommand[];
};

/** A line on the pure model: everything happens at once and in order, and time passes only when a caller lets it. */
export function createModelLine(runtime: SyncRuntime, options: ModelOptions = {}): ModelLine {
  const wire = connect(runtime, options);
  const phoneOf = (callControlId: string): PhoneLine => ({
    callControlId,
    now: () => wire.state().nowMs,
    act: async (act) => void wire.put({ kind: 'caller', callControlId, act }),
    heardSince: (cursor) =>
      wire.heard.filter((one) => one.callControlId === callControlId && one.seq > cursor),
    advance: async (notPastMs) => advance(runtime, wire, notPastMs),
    async reach(atMs) {
      while (advance(runtime, wire, atMs));
      pass(runtime, wire, atMs);
    },
    settled: async () => {},
    isActive: async () => false,
  });

  return {
    now: () => wire.state().nowMs,
    state: wire.state,
    webhooks: () => wire.delivered,
    commands: () => wire.commands,
    async dialIn(call) {
      const { ids } = wire.put({ kind: 'dial_in', ...call });
      if (ids === null) throw new Error('The model opened no leg for a call from outside.');
      return phoneOf(ids.callControlId);
    },
    phoneAt(number) {
      const leg = legRungAt(wire.state(), number);
      return leg === undefined ? null : phoneOf(leg.callControlId);
    },
    texts: () => wire.texts,
    script: async (change) => void wire.put({ kind: 'script', change }),
  };
}

type Wire = {
  readonly heard: Heard[];
  readonly texts: TextMessage[];
  readonly delivered: WebhookDraft[];
  readonly commands: AnsweredCommand[];
  readonly state: () => CarrierState;
  readonly carrierDueAtMs: () => number | null;
  readonly send: Send;
  /** Gives the carrier an input and the application what comes of it, until nothing more does. */
  readonly put: (input: ModelInput, atMs?: number) => Outcome;
  readonly deliver: () => void;
};

/** The carrier and the application, each given what the other sends. */
function connect(runtime: SyncRuntime, options: ModelOptions): Wire {
  let state = createModel(options);
  let dueAtMs: number | null = null;
  const heard: Heard[] = [];
  const texts: TextMessage[] = [];
  const delivered: WebhookDraft[] = [];
  const waiting: WebhookDraft[] = [];
  const commands: AnsweredCommand[] = [];

  function apply(input: ModelInput, atMs = state.nowMs): Outcome {
    const outcome = carrier(state, input, atMs);
    state = outcome.state;
    dueAtMs = outcome.nextDueAtMs;
    heard.push(...outcome.heard);
    texts.push(...outcome.texts);
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
    for (let webhook = waiting.shift(); webhook !== undefined; webhook = waiting.shift()) {
      delivered.push(webhook);
      runtime.receive(webhook, send, state.nowMs);
    }
  }

  function put(input: ModelInput, atMs?: number): Outcome {
    const outcome = apply(input, atMs);
    deliver();
    return outcome;
  }

  return {
    heard,
    texts,
    delivered,
    commands,
    state: () => state,
    carrierDueAtMs: () => dueAtMs,
    send,
    put,
    deliver,
  };
}

/** Lets time pass to `atMs`, where it is first the carrier's turn and then the application's. */
function pass(runtime: SyncRuntime, wire: Wire, atMs: number): void {
  wire.put({ kind: 'time' }, atMs);
  for (let wakes = 0; isRuntimeDue(runtime, wire); wakes += 1) {
    if (wakes > 1000) {
      throw new Error('The runtime still wants to be woken after a thousand wakes at one time.');
    }
    runtime.wake?.(wire.send, wire.state().nowMs);
    wire.deliver();
  }
}

function isRuntimeDue(runtime: SyncRuntime, wire: Wire): boolean {
  const dueAtMs = runtime.nextDueAtMs?.() ?? null;
  return dueAtMs !== null && dueAtMs <= wire.state().nowMs;
}

function advance(runtime: SyncRuntime, wire: Wire, notPastMs = Number.POSITIVE_INFINITY): boolean {
  const nextMs = Math.min(wire.carrierDueAtMs() ?? Infinity, runtime.nextDueAtMs?.() ?? Infinity);
  const isDue = Number.isFinite(nextMs) && nextMs <= notPastMs;
  if (isDue) pass(runtime, wire, nextMs);
  return isDue;
}

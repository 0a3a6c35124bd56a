import {
  carrier,
  type CarrierState,
  type Heard,
  type ModelInput,
  type Outcome,
  type WebhookDraft,
} from '@gatherline/emulator/model';
import type { Call, TraceEntry } from '@gatherline/engine';
import type { CarrierEvent, RunnableFlow } from '@gatherline/flow';
import type { Web } from './web.ts';

/** A carrier, an engine and a caller on one desk, where time is a number. Changed in place while a conversation is told. */
export interface Desk {
  readonly flow: RunnableFlow;
  carrier: CarrierState;
  call: Call;
  nowMs: number;
  /** When the carrier does the next thing of itself. */
  dueAtMs: number | null;
  readonly heard: Heard[];
  readonly trace: TraceEntry[];
  /** Webhooks on their way to the engine. */
  readonly post: WebhookDraft[];
  /** Orders to keep a webhook back, and what was kept. */
  readonly holds: Hold[];
  /** Servers beyond the flow. */
  readonly web: Web;
  /** Signals raised so far; they number the next one. */
  signals: number;
  readonly delivered: Map<string, CarrierEvent>;
  broken: string | null;
}

interface Hold {
  readonly type: string;
  readonly untilAfter: string;
  kept: WebhookDraft | null;
}

/** Gives the carrier something to do at this moment; what it tells goes to the engine by post. */
export function feed(desk: Desk, input: ModelInput): Outcome {
  const outcome = carrier(desk.carrier, input, desk.nowMs);
  take(desk, outcome);
  return outcome;
}

/** Notes what came of an input: what is heard at once, what goes out by post. */
export function take(desk: Desk, { state, heard, webhooks, nextDueAtMs }: Outcome): void {
  desk.carrier = state;
  desk.dueAtMs = nextDueAtMs;
  desk.heard.push(...heard.filter(({ callControlId }) => callControlId === desk.call.id));
  desk.post.push(...webhooks);
}

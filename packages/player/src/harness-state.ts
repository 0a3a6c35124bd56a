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
import { heardAsStory, type StoryLine } from './story.ts';
import type { Web } from './web.ts';

/** A carrier, an engine and a caller in one process, where time is a number. Changed in place while a conversation is played. */
export interface Harness {
  readonly flow: RunnableFlow;
  carrier: CarrierState;
  call: Call;
  readonly beganAtMs: number;
  nowMs: number;
  /** When the carrier does the next thing of itself. */
  dueAtMs: number | null;
  readonly heard: Heard[];
  readonly trace: TraceEntry[];
  /** What was heard, done and decided, in words, as it happened. */
  readonly story: StoryLine[];
  /** Webhooks on their way to the engine. */
  readonly webhooks: WebhookDraft[];
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

/** Gives the carrier something to do at this moment; what it tells becomes a webhook to the engine. */
export function feed(harness: Harness, input: ModelInput): Outcome {
  const outcome = carrier(harness.carrier, input, harness.nowMs);
  collect(harness, outcome);
  return outcome;
}

/** Collects what came of an input: what is heard at once, what is to be delivered. */
export function collect(harness: Harness, { state, heard, webhooks, nextDueAtMs }: Outcome): void {
  harness.carrier = state;
  harness.dueAtMs = nextDueAtMs;
  const own = heard.filter(({ callControlId }) => callControlId === harness.call.id);
  harness.heard.push(...own);
  harness.story.push(...own.flatMap((one) => heardAsStory(one, harness.beganAtMs) ?? []));
  harness.webhooks.push(...webhooks);
}

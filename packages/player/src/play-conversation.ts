import type { Conversation } from '@gatherline/conversations';
import type { Heard } from '@gatherline/emulator/model';
import { type Call, shownCall, type TraceEntry } from '@gatherline/engine';
import type { RunnableFlow } from '@gatherline/flow';
import { createHarness, perform, viewOf } from './harness.ts';
import type { Harness } from './harness-state.ts';
import { type Reason, reasonsIn } from './reasons.ts';
import { runSteps, type Verdict } from './run-steps.ts';
import type { StoryLine } from './story.ts';

/** One exit that a call took. */
export interface ExitLeft {
  readonly node: string;
  readonly type: string;
  readonly exit: string;
}

/** How a conversation went. `heard` is what the person on the phone heard, `trace` the engine's story of the call. */
export interface Playing {
  readonly ok: boolean;
  readonly failure?: { readonly step: number; readonly message: string };
  readonly heard: readonly Heard[];
  /** What was heard, done and decided, in words and in order. */
  readonly story: readonly StoryLine[];
  /** Why it went so, by the trace. */
  readonly reasons: readonly Reason[];
  readonly trace: readonly TraceEntry[];
  /** Where the call stood at the end, as it may be shown. */
  readonly call: Call;
  readonly exitsLeft: readonly ExitLeft[];
}

/**
 * Plays a conversation against a flow: the emulated carrier, the engine and a scripted caller in virtual time. The call
 * is stored and read between any two events, and every event of the carrier comes twice. Pure.
 */
export function playConversation(conversation: Conversation, { flow }: { flow: RunnableFlow }): Playing {
  const harness = createHarness(flow, conversation);
  const verdict = runOn(harness, conversation);
  const { heard, story, trace, beganAtMs } = harness;
  return {
    ok: verdict.ok,
    ...(verdict.ok ? {} : { failure: { step: verdict.step, message: verdict.message } }),
    heard,
    story: story.toSorted((a, b) => a.atMs - b.atMs),
    reasons: reasonsIn(trace, beganAtMs),
    trace,
    call: shownCall(flow, harness.call),
    exitsLeft: exitsLeftIn(harness),
  };
}

function runOn(harness: Harness, { call: { direction }, steps }: Conversation): Verdict {
  const running = runSteps({ direction, steps });
  let next = running.next();
  while (next.done !== true) next = running.next(perform(harness, next.value));
  return next.value;
}

function exitsLeftIn(harness: Harness): readonly ExitLeft[] {
  return viewOf(harness).left.flatMap(({ node, exit }) => {
    const type = typeAt(harness.flow, node);
    return type === undefined ? [] : [{ node, type, exit }];
  });
}

function typeAt({ nodes, subflows }: RunnableFlow, node: string): string | undefined {
  const flows = [nodes, ...Object.values(subflows ?? {}).map((flow) => flow.nodes)];
  return flows.map((known) => known[node]?.type).find((type) => type !== undefined);
}

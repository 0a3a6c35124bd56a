import type { Conversation } from '@gatherline/conversations';
import type { Heard } from '@gatherline/emulator/model';
import type { TraceEntry } from '@gatherline/engine';
import type { RunnableFlow } from '@gatherline/flow';
import { perform, setUpDesk, viewOf } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { actAsStory, heardAsStory, sentAsStory, type StoryLine } from './story.ts';
import { tell, type Verdict } from './tell.ts';

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
  /** What was heard and done, in words and in order. */
  readonly story: readonly StoryLine[];
  readonly trace: readonly TraceEntry[];
  readonly exitsLeft: readonly ExitLeft[];
}

/**
 * Plays a conversation against a flow: the emulated carrier, the engine and a scripted caller in virtual time. The call
 * is stored and read between any two events, and every event of the carrier comes twice. Pure.
 */
export function playConversation(conversation: Conversation, { flow }: { flow: RunnableFlow }): Playing {
  const desk = setUpDesk(flow, conversation);
  const story: StoryLine[] = [];
  const verdict = tellOn(desk, conversation, story);
  return {
    ok: verdict.ok,
    ...(verdict.ok ? {} : { failure: { step: verdict.step, message: verdict.message } }),
    heard: desk.heard,
    story: story.toSorted((a, b) => a.atMs - b.atMs),
    trace: desk.trace,
    exitsLeft: exitsLeftIn(desk),
  };
}

function tellOn(desk: Desk, { call: { direction }, steps }: Conversation, story: StoryLine[]): Verdict {
  const telling = tell({ direction, steps });
  const beganAtMs = desk.nowMs;
  let told = 0;
  let sent = 0;
  let next = telling.next();
  while (next.done !== true) {
    const request = next.value;
    if (request.do === 'act') story.push(actAsStory(request.act, desk.nowMs - beganAtMs));
    const view = perform(desk, request);
    story.push(...view.heard.slice(told).flatMap((heard) => heardAsStory(heard, beganAtMs) ?? []));
    story.push(...view.sent.slice(sent).flatMap((one) => sentAsStory(one, beganAtMs) ?? []));
    told = view.heard.length;
    sent = view.sent.length;
    next = telling.next(view);
  }
  return next.value;
}

function exitsLeftIn(desk: Desk): readonly ExitLeft[] {
  return viewOf(desk).left.flatMap(({ node, exit }) => {
    const type = typeAt(desk.flow, node);
    return type === undefined ? [] : [{ node, type, exit }];
  });
}

function typeAt({ nodes, subflows }: RunnableFlow, node: string): string | undefined {
  const flows = [nodes, ...Object.values(subflows ?? {}).map((flow) => flow.nodes)];
  return flows.map((known) => known[node]?.type).find((type) => type !== undefined);
}

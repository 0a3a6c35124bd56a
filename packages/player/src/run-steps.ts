import type { Conversation, Step } from '@gatherline/conversations';
import type { CallerAct } from '@gatherline/emulator/model';
import type { JsonObject } from '@gatherline/flow';
import type { LineRequest, LineView } from './line.ts';
import { holdsWords, isEndless, isNoticed, isOver, quoted, sayingsIn } from './sayings.ts';
import { expectedRequest, type ExpectedSent, expectedText } from './sent.ts';

/** How the steps went: `message` names the step that failed and what happened instead. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly step: number; readonly message: string };

type StepRun<Result = void> = Generator<LineRequest, Result, LineView>;

/** A person needs about this long to answer what was heard, and between two keys, in milliseconds. */
const REACTION_MS = 500;
const BETWEEN_KEYS_MS = 200;

/** A step did not go as the conversation says. */
class StepFailure extends Error {}

/** How far the steps have been run. */
interface Progress {
  view: LineView;
  /** Sayings that a step has named. */
  sayings: number;
  /** Exits that a step has named. */
  exits: number;
  /** What was sent and a step has named. */
  readonly named: Set<number>;
}

/**
 * Runs the steps of a conversation on any line: it yields what shall happen and is given what is known then. Neither
 * clock nor network: whoever drives it decides whether the line is a model or a service.
 */
export function* runSteps({
  direction,
  steps,
}: {
  direction: 'incoming' | 'outgoing';
  steps: readonly Step[];
}): StepRun<Verdict> {
  const progress: Progress = { view: yield { do: 'wait', ms: 0 }, sayings: 0, exits: 0, named: new Set() };
  for (const [index, step] of steps.entries()) {
    try {
      yield* perform(step, progress, direction);
      if (progress.view.broken !== null) throw new StepFailure(progress.view.broken);
    } catch (cause) {
      if (!(cause instanceof StepFailure)) throw cause;
      return {
        ok: false,
        step: index + 1,
        message: `Step ${index + 1}, ${JSON.stringify(step)}: ${cause.message}`,
      };
    }
  }
  return yield* hangUpAndDrain(progress, steps.length);
}

function* perform(step: Step, progress: Progress, direction: Conversation['call']['direction']): StepRun {
  if ('hears' in step) return yield* hear(progress, step.hears, true);
  if ('begins_to_hear' in step) return yield* hear(progress, step.begins_to_hear, false);
  if ('presses' in step) return yield* press(progress, step.presses);
  if ('says' in step) return yield* react(progress, { kind: 'say', text: step.says, fills: step.fills });
  if ('stays_silent' in step) return yield* staySilent(progress);
  if ('waits' in step) return yield* ask(progress, { do: 'wait', ms: step.waits });
  if ('hangs_up' in step) return yield* react(progress, { kind: 'hang_up' });
  if ('talks_to' in step) return yield* talkTo(progress, step.talks_to);
  if ('leaves' in step) return yield* leave(progress, step.leaves);
  if ('ends' in step) return yield* end(progress, step.ends, direction);
  if ('signals' in step) return yield* signal(progress, step.signals, step.data ?? {});
  if ('requests' in step) return yield* findSent(progress, expectedRequest(step.requests));
  if ('texts' in step) return yield* findSent(progress, expectedText(step.texts));
  if ('commands' in step) return yield* command(progress, step.commands, step.params ?? {});
  if ('redelivers' in step) return yield* ask(progress, { do: 'redeliver', type: step.redelivers });
  return yield* ask(progress, { do: 'hold_back', type: step.holds_back, untilAfter: step.until_after });
}

function* ask(progress: Progress, request: LineRequest): StepRun {
  progress.view = yield request;
}

function* hear(progress: Progress, expected: string, toItsEnd: boolean): StepRun {
  yield* until(
    progress,
    () => sayingsIn(progress.view).length > progress.sayings,
    () => `the caller hears nothing more${where(progress.view)}.`,
  );
  const saying = sayingsIn(progress.view)[progress.sayings];
  if (saying === undefined) throw new Error('A saying was counted that is not there.');
  if (!holdsWords(saying, expected)) {
    throw new StepFailure(`the caller hears ${quoted(saying)} instead.`);
  }
  progress.sayings += 1;
  if (toItsEnd && !isEndless(saying)) {
    yield* until(
      progress,
      () => isOver(saying, progress.view),
      () => `${quoted(saying)} never comes to its end.`,
    );
  }
}

function* press(progress: Progress, keys: string): StepRun {
  for (const [index, digits] of keys.split('').entries()) {
    yield* ask(progress, { do: 'wait', ms: index === 0 ? REACTION_MS : BETWEEN_KEYS_MS });
    yield* act(progress, { kind: 'press', digits });
  }
}

function* react(progress: Progress, what: CallerAct): StepRun {
  yield* ask(progress, { do: 'wait', ms: REACTION_MS });
  yield* act(progress, what);
}

function* act(progress: Progress, what: CallerAct): StepRun {
  if (progress.view.hangup !== null) throw new StepFailure('the call is over.');
  yield* ask(progress, { do: 'act', act: what });
}

function* staySilent(progress: Progress): StepRun {
  const { heard, left } = progress.view;
  const noticed = heard.filter(isNoticed).length;
  const goesOn = ({ view }: Progress) =>
    sayingsIn(view).length > progress.sayings ||
    view.heard.filter(isNoticed).length > noticed ||
    view.left.length > left.length ||
    view.hangup !== null;
  yield* until(
    progress,
    () => goesOn(progress),
    () => `the line stays silent too${where(progress.view)}.`,
  );
}

function* command(progress: Progress, action: string, params: JsonObject): StepRun {
  yield* ask(progress, { do: 'wait', ms: REACTION_MS });
  yield* ask(progress, { do: 'command', action, params });
}

function* signal(progress: Progress, name: string, data: JsonObject): StepRun {
  yield* ask(progress, { do: 'wait', ms: REACTION_MS });
  yield* ask(progress, { do: 'signal', name, data });
}

/** Each thing that was sent answers for one step. */
function* findSent(progress: Progress, { isIt, complaint }: ExpectedSent): StepRun {
  const { named } = progress;
  const next = () => progress.view.sent.findIndex((sent, index) => !named.has(index) && isIt(sent));
  yield* until(
    progress,
    () => next() >= 0,
    () =>
      `${complaint(progress.view.sent.filter((_sent, index) => !named.has(index)))}${where(progress.view)}.`,
  );
  named.add(next());
}

function* talkTo(progress: Progress, number: string): StepRun {
  yield* until(
    progress,
    () => progress.view.heard.some((heard) => heard.kind === 'connected' && heard.with === number),
    () => `the caller is not put through${where(progress.view)}.`,
  );
}

function* leave(progress: Progress, { node, exit }: { node: string; exit: string }): StepRun {
  const next = () =>
    progress.view.left.findIndex((left, index) => index >= progress.exits && left.node === node);
  yield* until(
    progress,
    () => next() >= 0,
    () => `the call does not leave ${node}${where(progress.view)}.`,
  );
  const index = next();
  const taken = progress.view.left[index]?.exit;
  if (taken !== exit) throw new StepFailure(`the call leaves ${node} by ${taken ?? 'nothing'}.`);
  progress.exits = index + 1;
}

function* end(
  progress: Progress,
  expected: keyof typeof enders,
  direction: Conversation['call']['direction'],
): StepRun {
  yield* until(
    progress,
    () => progress.view.hangup !== null,
    () => `the call goes on${where(progress.view)}.`,
  );
  const source = progress.view.hangup?.source ?? 'unknown';
  const ender =
    source === 'unknown'
      ? 'carrier'
      : (source === 'caller') === (direction === 'incoming')
        ? 'caller'
        : 'flow';
  if (ender !== expected)
    throw new StepFailure(`${enders[ender]} ended the call (${progress.view.hangup?.cause ?? ''}).`);
  const [unheard] = sayingsIn(progress.view).slice(progress.sayings);
  if (unheard !== undefined) throw new StepFailure(`the caller also heard ${quoted(unheard)}.`);
}

const enders = { caller: 'the caller', flow: 'the flow', carrier: 'the carrier' } as const;

/** What comes late must not do harm either: the call is ended and the line listened to until it is quiet. */
function* hangUpAndDrain(progress: Progress, steps: number): StepRun<Verdict> {
  if (progress.view.hangup === null) progress.view = yield { do: 'act', act: { kind: 'hang_up' } };
  while (!progress.view.isQuiet && progress.view.broken === null) progress.view = yield { do: 'advance' };
  const failed = (message: string): Verdict => ({ ok: false, step: steps, message });
  if (progress.view.broken !== null) return failed(`After the last step: ${progress.view.broken}`);
  return progress.view.hangup === null
    ? failed('The call is still alive after the caller has hung up.')
    : { ok: true };
}

function* until(progress: Progress, isSo: () => boolean, complaint: () => string): StepRun {
  while (!isSo()) {
    if (progress.view.broken !== null) throw new StepFailure(progress.view.broken);
    if (progress.view.isQuiet) throw new StepFailure(complaint());
    progress.view = yield { do: 'advance' };
  }
}

function where({ node, hangup }: LineView): string {
  if (hangup !== null) return `; the call is over (${hangup.cause})`;
  return node === null ? '' : ` at ${node}`;
}

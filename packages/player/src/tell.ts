import type { Conversation, Step } from '@gatherline/conversations';
import type { CallerAct, Heard } from '@gatherline/emulator/model';
import type { JsonObject } from '@gatherline/flow';
import { holdsFields } from './holds-fields.ts';
import type { LineRequest, LineView } from './line.ts';

/** How a telling went: `message` names the step that failed and what happened instead. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly step: number; readonly message: string };

type Telling<Result = void> = Generator<LineRequest, Result, LineView>;
type Saying = Extract<Heard, { kind: 'speech' | 'assistant' | 'audio' | 'voice' }>;

/** A person needs about this long to answer what was heard, and between two keys, in milliseconds. */
const REACTION_MS = 500;
const BETWEEN_KEYS_MS = 200;

/** A step did not go as the conversation says. */
class Disagreement extends Error {}

/** How far the conversation has been told. */
interface Place {
  view: LineView;
  /** Sayings that a step has named. */
  sayings: number;
  /** Exits that a step has named. */
  exits: number;
  /** What was sent and a step has named. */
  readonly named: Set<number>;
}

/**
 * Tells a conversation step by step on any line: it yields what shall happen and is given what is known then. Neither
 * clock nor network: whoever drives it decides whether the line is a model or a service.
 */
export function* tell({
  direction,
  steps,
}: {
  direction: 'incoming' | 'outgoing';
  steps: readonly Step[];
}): Telling<Verdict> {
  const place: Place = { view: yield { do: 'wait', ms: 0 }, sayings: 0, exits: 0, named: new Set() };
  for (const [index, step] of steps.entries()) {
    try {
      yield* perform(step, place, direction);
      if (place.view.broken !== null) throw new Disagreement(place.view.broken);
    } catch (cause) {
      if (!(cause instanceof Disagreement)) throw cause;
      return {
        ok: false,
        step: index + 1,
        message: `Step ${index + 1}, ${JSON.stringify(step)}: ${cause.message}`,
      };
    }
  }
  return yield* hangUpAndListen(place, steps.length);
}

function* perform(step: Step, place: Place, direction: Conversation['call']['direction']): Telling {
  if ('hears' in step) return yield* hear(place, step.hears, true);
  if ('begins_to_hear' in step) return yield* hear(place, step.begins_to_hear, false);
  if ('presses' in step) return yield* press(place, step.presses);
  if ('says' in step) return yield* react(place, { kind: 'say', text: step.says, fills: step.fills });
  if ('stays_silent' in step) return yield* staySilent(place);
  if ('waits' in step) return yield* ask(place, { do: 'wait', ms: step.waits });
  if ('hangs_up' in step) return yield* react(place, { kind: 'hang_up' });
  if ('talks_to' in step) return yield* talkTo(place, step.talks_to);
  if ('leaves' in step) return yield* leave(place, step.leaves);
  if ('ends' in step) return yield* end(place, step.ends, direction);
  if ('signals' in step) return yield* signal(place, step.signals, step.data ?? {});
  if ('requests' in step) return yield* findRequest(place, step.requests);
  if ('texts' in step) return yield* findText(place, step.texts);
  if ('commands' in step) return yield* command(place, step.commands, step.params ?? {});
  if ('redelivers' in step) return yield* ask(place, { do: 'redeliver', type: step.redelivers });
  return yield* ask(place, { do: 'hold_back', type: step.holds_back, untilAfter: step.until_after });
}

function* ask(place: Place, request: LineRequest): Telling {
  place.view = yield request;
}

function* hear(place: Place, expected: string, toItsEnd: boolean): Telling {
  yield* until(
    place,
    () => sayingsIn(place.view).length > place.sayings,
    () => `the caller hears nothing more${where(place.view)}.`,
  );
  const saying = sayingsIn(place.view)[place.sayings];
  if (saying === undefined) throw new Error('A saying was counted that is not there.');
  if (!plain(wordsOf(saying)).includes(plain(expected))) {
    throw new Disagreement(`the caller hears ${quoted(saying)} instead.`);
  }
  place.sayings += 1;
  if (toItsEnd && !isEndless(saying)) {
    yield* until(
      place,
      () => isOver(saying, place.view),
      () => `${quoted(saying)} never comes to its end.`,
    );
  }
}

function* press(place: Place, keys: string): Telling {
  for (const [index, digits] of keys.split('').entries()) {
    yield* ask(place, { do: 'wait', ms: index === 0 ? REACTION_MS : BETWEEN_KEYS_MS });
    yield* act(place, { kind: 'press', digits });
  }
}

function* react(place: Place, what: CallerAct): Telling {
  yield* ask(place, { do: 'wait', ms: REACTION_MS });
  yield* act(place, what);
}

function* act(place: Place, what: CallerAct): Telling {
  if (place.view.hangup !== null) throw new Disagreement('the call is over.');
  yield* ask(place, { do: 'act', act: what });
}

function* staySilent(place: Place): Telling {
  const { heard, left } = place.view;
  const noticed = heard.filter(isNoticed).length;
  const goesOn = ({ view }: Place) =>
    sayingsIn(view).length > place.sayings ||
    view.heard.filter(isNoticed).length > noticed ||
    view.left.length > left.length ||
    view.hangup !== null;
  yield* until(
    place,
    () => goesOn(place),
    () => `the line stays silent too${where(place.view)}.`,
  );
}

function* command(place: Place, action: string, params: JsonObject): Telling {
  yield* ask(place, { do: 'wait', ms: REACTION_MS });
  yield* ask(place, { do: 'command', action, params });
}

function* signal(place: Place, name: string, data: JsonObject): Telling {
  yield* ask(place, { do: 'wait', ms: REACTION_MS });
  yield* ask(place, { do: 'signal', name, data });
}

type Expected<Name extends string> = Extract<Step, Record<Name, unknown>>[Name];

function* findRequest(place: Place, expected: Expected<'requests'>): Telling {
  yield* findSent(place, (body) => isSuchRequest(body, expected), `no request to ${expected.url} is sent`);
}

function* findText(place: Place, { to, text }: Expected<'texts'>): Telling {
  const isSuch = (body: JsonObject) =>
    body.to === to && typeof body.text === 'string' && plain(body.text).includes(plain(text));
  yield* findSent(place, isSuch, `no such text message goes to ${to}`);
}

/** Each thing that was sent answers for one step. */
function* findSent(place: Place, isSuch: (body: JsonObject) => boolean, complaint: string): Telling {
  const next = () => place.view.sent.findIndex(({ body }, index) => !place.named.has(index) && isSuch(body));
  yield* until(
    place,
    () => next() >= 0,
    () => `${complaint}${where(place.view)}.`,
  );
  place.named.add(next());
}

function isSuchRequest({ method, url, body }: JsonObject, expected: Expected<'requests'>): boolean {
  if (typeof url !== 'string' || !url.startsWith(expected.url)) return false;
  if (expected.method !== undefined && expected.method !== method) return false;
  return expected.body === undefined || holdsFields(body, expected.body);
}

function* talkTo(place: Place, number: string): Telling {
  yield* until(
    place,
    () => place.view.heard.some((heard) => heard.kind === 'connected' && heard.with === number),
    () => `the caller is not put through${where(place.view)}.`,
  );
}

function* leave(place: Place, { node, exit }: { node: string; exit: string }): Telling {
  const next = () => place.view.left.findIndex((left, index) => index >= place.exits && left.node === node);
  yield* until(
    place,
    () => next() >= 0,
    () => `the call does not leave ${node}${where(place.view)}.`,
  );
  const index = next();
  const taken = place.view.left[index]?.exit;
  if (taken !== exit) throw new Disagreement(`the call leaves ${node} by ${taken ?? 'nothing'}.`);
  place.exits = index + 1;
}

function* end(
  place: Place,
  expected: keyof typeof enders,
  direction: Conversation['call']['direction'],
): Telling {
  yield* until(
    place,
    () => place.view.hangup !== null,
    () => `the call goes on${where(place.view)}.`,
  );
  const source = place.view.hangup?.source ?? 'unknown';
  const ender =
    source === 'unknown'
      ? 'carrier'
      : (source === 'caller') === (direction === 'incoming')
        ? 'caller'
        : 'flow';
  if (ender !== expected)
    throw new Disagreement(`${enders[ender]} ended the call (${place.view.hangup?.cause ?? ''}).`);
  const [unheard] = sayingsIn(place.view).slice(place.sayings);
  if (unheard !== undefined) throw new Disagreement(`the caller also heard ${quoted(unheard)}.`);
}

const enders = { caller: 'the caller', flow: 'the flow', carrier: 'the carrier' } as const;

/** What comes late must not do harm either: the call is ended and the line listened to until it is quiet. */
function* hangUpAndListen(place: Place, steps: number): Telling<Verdict> {
  if (place.view.hangup === null) place.view = yield { do: 'act', act: { kind: 'hang_up' } };
  while (!place.view.isQuiet && place.view.broken === null) place.view = yield { do: 'advance' };
  const failed = (message: string): Verdict => ({ ok: false, step: steps, message });
  if (place.view.broken !== null) return failed(`After the last step: ${place.view.broken}`);
  return place.view.hangup === null
    ? failed('The call is still alive after the caller has hung up.')
    : { ok: true };
}

function* until(place: Place, isSo: () => boolean, complaint: () => string): Telling {
  while (!isSo()) {
    if (place.view.broken !== null) throw new Disagreement(place.view.broken);
    if (place.view.isQuiet) throw new Disagreement(complaint());
    place.view = yield { do: 'advance' };
  }
}

function sayingsIn({ heard }: LineView): readonly Saying[] {
  return heard.filter(isSaying);
}

function isSaying(heard: Heard): heard is Saying & Heard {
  return ['speech', 'assistant', 'audio', 'voice'].includes(heard.kind);
}

function isNoticed(heard: Heard): boolean {
  return isSaying(heard) || ['ringing', 'connected', 'not_connected', 'parted'].includes(heard.kind);
}

function isOver(saying: Saying, { heard, hangup }: LineView): boolean {
  const isEnd = (one: Heard) => (one.kind === 'said' || one.kind === 'cut') && one.of === saying.seq;
  return saying.kind === 'voice' || hangup !== null || heard.some(isEnd);
}

function isEndless(saying: Saying): boolean {
  return saying.kind !== 'voice' && saying.endless;
}

function wordsOf(saying: Saying): string {
  return saying.kind === 'audio' ? (saying.url ?? saying.name ?? '') : saying.text;
}

function quoted(saying: Saying): string {
  return saying.kind === 'audio' ? `the recording ${wordsOf(saying)}` : `“${wordsOf(saying)}”`;
}

function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function where({ node, hangup }: LineView): string {
  if (hangup !== null) return `; the call is over (${hangup.cause})`;
  return node === null ? '' : ` at ${node}`;
}

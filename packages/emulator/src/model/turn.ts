import { knownLeg, putAway } from './ended-legs.ts';
import type { Heard, HeardThing } from './heard.ts';
import { callControlIdOf, uuidOf } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Activity, CarrierState, Leg } from './state.ts';
import type { TextMessage } from './texts.ts';
import { draftWebhook, type WebhookDraft } from './webhooks.ts';
import type { Message, SpokenWords } from './words/words.ts';

/** One input being worked on: a working copy of the state, and what came of it so far. */
export type Turn = {
  readonly state: CarrierState;
  readonly webhooks: WebhookDraft[];
  readonly heard: Heard[];
  readonly texts: TextMessage[];
  readonly rulesOf: (activity: Activity) => Rules;
  readonly copied: Set<string>;
};

/** How a sound came to its end. */
export type SoundEnd =
  | 'completed'
  | 'cancelled'
  | 'cancelled_amd'
  | 'call_hangup'
  | 'file_not_found'
  | 'failed'
  | 'client_error';

/** Messages put into a running conversation. */
export type Added = { messages: readonly Message[]; answersNow: boolean };

/** What one kind of activity does when something happens on its leg. Missing: it does not care. */
export type RulesFor<A> = {
  onDue?(turn: Turn, leg: Leg, activity: A): void;
  onKey?(turn: Turn, leg: Leg, activity: A, key: string): void;
  onWords?(turn: Turn, leg: Leg, activity: A, words: SpokenWords): void;
  /** Whoever the leg is bridged with says something. */
  onPartnerWords?(turn: Turn, leg: Leg, activity: A, words: SpokenWords): void;
  /** A sound that this activity had played is over. */
  onSoundEnded?(turn: Turn, leg: Leg, activity: A, how: SoundEnd): void;
  /** gather_stop came. */
  onGatherStop?(turn: Turn, leg: Leg, activity: A): void;
  /** ai_assistant_stop came. */
  onAssistantStop?(turn: Turn, leg: Leg, activity: A): void;
  /** ai_assistant_add_messages came; `answersNow`: the assistant shall speak to it at once. */
  onMessages?(turn: Turn, leg: Leg, activity: A, added: Added): void;
  /** The leg was bridged with another: the application's audio gives way to the people's. */
  onBridged?(turn: Turn, leg: Leg, activity: A): void;
  /** The leg is about to end; called before call.hangup. What shall come later goes into a late_webhook. */
  onLegEnds?(turn: Turn, leg: Leg, activity: A): void;
};

/** The rules of a kind, open to any activity: those of another kind are left alone. */
export type Rules = Required<RulesFor<Activity>> & { readonly kind: string };

/** Legs are copied when they are first touched, so the state that came in stays as it was. */
export function createTurn(state: CarrierState, rulesOf: (activity: Activity) => Rules): Turn {
  return {
    state: { ...state, legs: { ...state.legs } },
    webhooks: [],
    heard: [],
    texts: [],
    rulesOf,
    copied: new Set(),
  };
}

/** The leg behind a handle; undefined when the carrier knows none. As long as it lives it is free to be changed. */
export function legOf(turn: Turn, callControlId: string): Leg | undefined {
  const leg = knownLeg(turn.state, callControlId);
  const isPutAway = !Object.hasOwn(turn.state.legs, callControlId);
  if (leg === undefined || isPutAway || turn.copied.has(callControlId)) return leg;
  const copy = structuredClone(leg);
  addLeg(turn, copy);
  return copy;
}

export function addLeg(turn: Turn, leg: Leg): void {
  turn.state.legs[leg.callControlId] = leg;
  turn.copied.add(leg.callControlId);
}

/** At the end of a turn: legs that are over leave those that live. */
export function putAwayEndedLegs(turn: Turn): void {
  for (const callControlId of turn.copied) {
    const leg = turn.state.legs[callControlId];
    if (leg !== undefined && leg.endedAtMs !== null && leg.activities.length === 0) putAway(turn.state, leg);
  }
}

/** Legs still alive (or, once it is copied, this turn's version of them), in the order of their begin. */
export function liveLegs(turn: Turn): Leg[] {
  return Object.values(turn.state.legs).filter((leg) => leg.endedAtMs === null);
}

export function nextNumber(turn: Turn): number {
  turn.state.count += 1;
  return turn.state.count;
}

export function nextUuid(turn: Turn): string {
  return uuidOf(`${turn.state.seed}/${nextNumber(turn)}`);
}

export function nextCallControlId(turn: Turn): string {
  return callControlIdOf(`${turn.state.seed}/${nextNumber(turn)}`);
}

/** Sends a webhook about this leg, with the leg's state of this moment. */
export function emit(turn: Turn, leg: Leg, eventType: string, fields: JsonObject): void {
  if (leg.isForeign) return;
  const atMicros = Math.max(turn.state.nowMs * 1000, turn.state.stampedMicros + 1);
  turn.state.stampedMicros = atMicros;
  turn.webhooks.push(draftWebhook({ leg, eventType, fields, id: nextUuid(turn), atMicros }));
}

/** Lets the person on this leg hear something; gives its number. */
export function hear(turn: Turn, leg: Leg, thing: HeardThing): number {
  const seq = nextNumber(turn);
  turn.heard.push({ seq, atMs: turn.state.nowMs, callControlId: leg.callControlId, ...thing });
  return seq;
}

export function removeActivity(leg: Leg, activity: Activity): void {
  leg.activities = leg.activities.filter(({ id }) => id !== activity.id);
}

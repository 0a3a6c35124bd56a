import { tellAll } from './activity.ts';
import { lateWebhook } from './activities/late-webhook.ts';
import type { Joining, Leg } from './state.ts';
import { addLeg, emit, hear, legOf, liveLegs, nextCallControlId, nextUuid, type Turn } from './turn.ts';
import { numbersOf, toTimestamp } from './webhooks.ts';

const defaultTimeLimitMs = 14_400_000;

export type LegEnd = { cause: string; source: 'caller' | 'callee' | 'unknown'; sip: string };

type Opening = Pick<Leg, 'direction' | 'from' | 'to' | 'connectionId' | 'clientState'> & {
  sessionId?: string;
  timeLimitMs?: number;
  parksAfterUnbridge?: boolean;
  detects?: Leg['detects'];
  isForeign?: boolean;
};

/** A new leg and its call.initiated: an incoming one is parked until a command comes, an outgoing one rings. */
export function openLeg(turn: Turn, opening: Opening): Leg {
  const leg: Leg = {
    callControlId: nextCallControlId(turn),
    legId: nextUuid(turn),
    sessionId: opening.sessionId ?? nextUuid(turn),
    connectionId: opening.connectionId,
    direction: opening.direction,
    from: opening.from,
    to: opening.to,
    startedAtMs: turn.state.nowMs,
    answeredAtMs: null,
    endedAtMs: null,
    isForeign: opening.isForeign ?? false,
    clientState: opening.clientState,
    webhookUrl: null,
    webhookUrls: {},
    timeLimitMs: opening.timeLimitMs ?? defaultTimeLimitMs,
    parksAfterUnbridge: opening.parksAfterUnbridge ?? false,
    bridgedWith: null,
    joins: null,
    playsOnAnswer: null,
    recordsOnAnswer: null,
    detects: opening.detects ?? null,
    followsScript: opening.direction === 'outgoing',
    speaksUntilMs: 0,
    activities: [],
    commands: [],
  };
  addLeg(turn, leg);
  return leg;
}

export function announceLeg(turn: Turn, leg: Leg): void {
  emit(turn, leg, 'call.initiated', {
    ...numbersOf(leg),
    caller_id_name: leg.from,
    direction: leg.direction,
    start_time: toTimestamp(leg.startedAtMs * 1000),
    state: leg.direction === 'incoming' ? 'parked' : 'bridging',
  });
}

/** Ends a leg: what ran on it ends, call.hangup goes out, and the legs that hang on it follow. */
export function endLeg(turn: Turn, leg: Leg, end: LegEnd): void {
  if (leg.endedAtMs !== null) return;
  tellAll(leg, (activity) => turn.rulesOf(activity).onLegEnds(turn, leg, activity));
  leg.endedAtMs = turn.state.nowMs;
  leg.activities = lateWebhook.allOn(leg);
  emit(turn, leg, 'call.hangup', {
    ...numbersOf(leg),
    end_time: toTimestamp(turn.state.nowMs * 1000),
    hangup_cause: end.cause,
    hangup_source: end.source,
    sip_hangup_cause: end.sip,
    start_time: toTimestamp(leg.startedAtMs * 1000),
  });
  hear(turn, leg, { kind: 'hung_up', cause: end.cause });
  partFromPartner(turn, leg);
  tellTheLegItJoins(turn, leg, end);
  endLegsThatJoin(turn, leg);
}

/** The end as the application's own doing: it is the called side of an incoming leg, the calling side of an outgoing one. */
export function endedByApplication(leg: Leg): LegEnd {
  return { cause: 'normal_clearing', source: leg.direction === 'incoming' ? 'callee' : 'caller', sip: '200' };
}

/** The end as the doing of the person on the leg. */
export function endedByPerson(leg: Leg): LegEnd {
  return { cause: 'normal_clearing', source: leg.direction === 'incoming' ? 'caller' : 'callee', sip: '200' };
}

/** Takes a leg out of its bridge: the other one is hung up too, unless it was asked to park. */
export function partFromPartner(turn: Turn, leg: Leg): void {
  const partner = leg.bridgedWith === null ? undefined : legOf(turn, leg.bridgedWith);
  leg.bridgedWith = null;
  if (partner === undefined || partner.endedAtMs !== null) return;
  partner.bridgedWith = null;
  if (partner.parksAfterUnbridge) hear(turn, partner, { kind: 'parted' });
  else endLeg(turn, partner, endedByApplication(partner));
}

function tellTheLegItJoins(turn: Turn, leg: Leg, end: LegEnd): void {
  const waiting = leg.joins === null ? undefined : legOf(turn, leg.joins.callControlId);
  leg.joins = null;
  if (waiting === undefined || waiting.endedAtMs !== null) return;
  hear(turn, waiting, { kind: 'not_connected', to: leg.to, cause: end.cause });
}

function endLegsThatJoin(turn: Turn, leg: Leg): void {
  const followers = liveLegs(turn).filter(({ joins }) => follows(joins, leg));
  for (const { callControlId } of followers) {
    const follower = legOf(turn, callControlId);
    if (follower === undefined) continue;
    follower.joins = null;
    const cancelled: LegEnd = { cause: 'originator_cancel', source: 'caller', sip: '487' };
    endLeg(turn, follower, follower.answeredAtMs === null ? cancelled : endedByApplication(follower));
  }
}

function follows(joins: Joining | null, leg: Leg): boolean {
  return joins !== null && joins.endsWithIt && joins.callControlId === leg.callControlId;
}

import { z } from 'zod';
import {
  type CommandRequest,
  type Decision,
  end,
  leave,
  type NodeEvent,
  ownEvents,
  wait,
} from '../../definition.ts';
import type { JsonObject } from '../../json.ts';
import { command, dialOf, hangUp, hangUpAll, stopMusic, type DialContext } from './dial-commands.ts';
import {
  legOfEvent,
  type Outcome,
  outcomeOf,
  readEventLeg,
  rememberRinging,
  type Ringing,
  type RungLeg,
  together,
  withLeg,
} from './dial-legs.ts';
import { awaited, goOn, taken } from './dial-wait.ts';
import { CALL_LIMIT_MS, MARGIN_MS } from '../parts/speech-length.ts';
import { voiceOf } from '../parts/voice.ts';

type Step = (context: DialContext, ringing: Ringing, event: NodeEvent) => Decision | undefined;

/** What each event means while numbers are rung, asked and connected. */
export const steps: { readonly [type: string]: Step } = {
  'call.initiated': (context, ringing, event) => known(context, ringing, event)?.decision,
  'call.answered': onAnswered,
  'call.machine.detection.ended': onVerdict,
  'call.speak.ended': (context, ringing, { payload }) => join(context, ringing, askedLeg(ringing, payload)),
  'call.gather.ended': onKey,
  'call.bridged': onBridged,
  'call.hangup': onHangUp,
  [ownEvents.accepted]: onAccepted,
  [ownEvents.refused]: onRefused,
  [ownEvents.timePassed]: onTime,
};

/** The numbers rung so far and these besides. */
export function ring(ringing: Ringing, numbers: readonly string[]): Ringing {
  const begun = numbers.map(
    (to, index): RungLeg => ({
      place: ringing.legs.length + index,
      to,
      id: null,
      state: 'ringing',
      outcome: null,
    }),
  );
  return { ...ringing, legs: [...ringing.legs, ...begun] };
}

/** The event's leg, with its id written down. */
function known(
  context: DialContext,
  ringing: Ringing,
  { payload, leg: whose }: NodeEvent,
): { readonly leg: RungLeg; readonly ringing: Ringing; readonly decision: Decision } | undefined {
  if (whose === 'own') return undefined;
  const leg = legOfEvent(ringing, payload);
  if (leg === undefined || leg.state === 'over') return undefined;
  const id = readEventLeg(payload).call_control_id;
  const named = withLeg(ringing, leg.place, { id });
  return { leg: { ...leg, id }, ringing: named, decision: goOn(context, named) };
}

function onAnswered(context: DialContext, ringing: Ringing, event: NodeEvent): Decision | undefined {
  const found = known(context, ringing, event);
  if (found === undefined || found.leg.state !== 'ringing') return undefined;
  // Somebody else was faster.
  if (taken(ringing) !== undefined) return goOn(context, found.ringing, hangUp(found.leg));
  if (context.params.skip_machines !== true) return ask(context, found.ringing, found.leg);
  return goOn(context, withLeg(found.ringing, found.leg.place, { state: 'answered' }));
}

function onVerdict(context: DialContext, ringing: Ringing, event: NodeEvent): Decision | undefined {
  const found = known(context, ringing, event);
  if (found === undefined || !isUndecided(found.leg)) return undefined;
  const { result } = readEventLeg(event.payload);
  if (result === 'machine' || result === 'fax_detected')
    return giveUp(context, found.ringing, found.leg, 'no_answer');
  return ask(context, found.ringing, found.leg);
}

/** A verdict may be told before the answer that it is about. */
function isUndecided({ state }: RungLeg): boolean {
  return state === 'ringing' || state === 'answered';
}

/** No verdict has come: whoever has answered waits in silence, and so does the caller. */
function onTime(context: DialContext, ringing: Ringing): Decision | undefined {
  const leg = ringing.legs.find(({ state }) => state === 'answered');
  if (leg !== undefined) return ask(context, ringing, leg);
  return leave('error', { why: 'The carrier did not answer in time.', stopsFirst: true });
}

/** Says to whoever has answered what it is about, and lets them take the call. */
function ask(context: DialContext, ringing: Ringing, leg: RungLeg): Decision {
  const { whisper, accept_key: key, accept_timeout_secs: seconds } = context.params;
  if (leg.id === null || (whisper === undefined && key === undefined))
    return join(context, ringing, leg) ?? goOn(context, ringing);
  const payload = whisper === undefined ? `Press ${key} to take the call.` : context.localize(whisper);
  const asked = withLeg(ringing, leg.place, { state: 'asked' });
  const said = { ...voiceOf({ ...context, params: { voice: context.params.voice } }), payload };
  if (key === undefined) return goOn(context, asked, [command('speak', said, { leg: leg.id, tag: 'ask' })]);
  const body = {
    ...said,
    valid_digits: key,
    maximum_digits: 1,
    maximum_tries: 1,
    timeout_millis: seconds * 1_000,
  };
  return goOn(context, asked, [
    command('gather_using_speak', body, { leg: leg.id, tag: `ask ${leg.place}` }),
  ]);
}

function askedLeg({ legs }: Ringing, payload: JsonObject): RungLeg | undefined {
  const { call_control_id: id } = readEventLeg(payload);
  return legs.find((leg) => leg.id === id && leg.state === 'asked');
}

function onKey(context: DialContext, ringing: Ringing, { payload }: NodeEvent): Decision | undefined {
  const leg = askedLeg(ringing, payload);
  if (leg === undefined) return undefined;
  const { digits, status } = readEventLeg(payload);
  if (status === 'valid' && digits === context.params.accept_key) return join(context, ringing, leg);
  return giveUp(context, ringing, leg, 'no_answer');
}

/** Connects the caller with this leg, and lets the others go. */
function join(context: DialContext, ringing: Ringing, leg: RungLeg | undefined): Decision | undefined {
  if (leg === undefined || leg.id === null) return undefined;
  if (taken(ringing) !== undefined) return goOn(context, ringing, hangUp(leg));
  const others = ringing.legs.filter(({ place, state }) => place !== leg.place && state !== 'over');
  const goesOn = context.wired.has('answered') || context.interruptible;
  const parked = goesOn ? { park_after_unbridge: 'self' } : {};
  return goOn(context, withLeg(ringing, leg.place, { state: 'taken' }), [
    ...others.flatMap(hangUp),
    ...stopMusic(context),
    command('bridge', { call_control_id: leg.id, ...parked }, { tag: 'bridge' }),
  ]);
}

function onBridged(context: DialContext, ringing: Ringing): Decision | undefined {
  const leg = taken(ringing);
  if (leg === undefined || ringing.talking) return undefined;
  const talkMs = (context.params.time_limit_secs ?? CALL_LIMIT_MS / 1_000) * 1_000;
  return wait(awaited, talkMs + MARGIN_MS, {
    memory: rememberRinging({ ...ringing, talking: true }),
    outputs: {
      answered_by: leg.to,
      answered_at: new Date(context.nowMs).toISOString(),
      answered_call: leg.id,
    },
  });
}

function onHangUp(context: DialContext, ringing: Ringing, event: NodeEvent): Decision | undefined {
  if (event.leg === 'own') {
    // What comes after a conversation comes after it whoever hung up first; nobody is left to connect otherwise.
    return ringing.talking ? leave('answered', { outputs: { status: 'answered' } }) : end(hangUpAll(ringing));
  }
  const found = known(context, ringing, event);
  if (found === undefined) return undefined;
  if (found.leg.state === 'taken' && ringing.talking) return afterwards(context);
  const { hangup_cause: cause } = readEventLeg(event.payload);
  // Whoever answered and hung up again has not taken the call.
  const outcome = found.leg.state === 'ringing' ? outcomeOf(cause) : 'no_answer';
  return next(context, withLeg(found.ringing, found.leg.place, { state: 'over', outcome }), []);
}

function afterwards({ wired }: DialContext): Decision {
  if (wired.has('answered')) return leave('answered', { outputs: { status: 'answered' } });
  return { ...end([{ action: 'hangup', params: {} }]), outputs: { status: 'answered' } };
}

function giveUp(context: DialContext, ringing: Ringing, leg: RungLeg, outcome: Outcome): Decision {
  return next(context, withLeg(ringing, leg.place, { state: 'over', outcome }), hangUp(leg));
}

/** The next number of the list; the way out once all have been tried. */
function next(context: DialContext, ringing: Ringing, commands: readonly CommandRequest[]): Decision {
  if (ringing.legs.some(({ state }) => state !== 'over')) return goOn(context, ringing, commands);
  const numbers = context.params.to.filter((number) => number.trim() !== '');
  const following = numbers[ringing.legs.length];
  if (following !== undefined) {
    const dialled = dialOf(context, following, ringing.legs.length);
    return goOn(context, ring(ringing, [following]), [...commands, dialled]);
  }
  const exit = together(ringing.legs);
  const why = ringing.legs.map(({ to, outcome }) => `${to}: ${outcome ?? 'failed'}`).join(', ');
  return leave(exit, { commands: [...commands, ...stopMusic(context)], outputs: { status: exit }, why });
}

const accepted = z.object({
  tag: z.string().nullish().catch(null),
  response: z.object({ call_control_id: z.string() }).optional().catch(undefined),
});

/** The carrier has taken a dial: the leg is known by its id, and is hung up at once when it comes too late. */
function onAccepted(context: DialContext, ringing: Ringing, { payload }: NodeEvent): Decision | undefined {
  const { tag, response } = accepted.parse(payload);
  const place = placeOf(tag, 'dial');
  const leg = ringing.legs.find((one) => one.place === place);
  if (leg === undefined || leg.id !== null || response === undefined) return undefined;
  const named = { ...leg, id: response.call_control_id };
  const isLate = leg.state === 'over' || taken(ringing) !== undefined;
  return goOn(context, withLeg(ringing, named.place, { id: named.id }), isLate ? hangUp(named) : []);
}

/** A number that can't be dialled, or a leg that can't be asked or connected, is one that failed; the rest goes on. */
function onRefused(context: DialContext, ringing: Ringing, { payload }: NodeEvent): Decision | undefined {
  const { tag } = accepted.parse(payload);
  const place = placeOf(tag, 'dial') ?? placeOf(tag, 'ask');
  const leg = tag === 'bridge' ? taken(ringing) : ringing.legs.find((one) => one.place === place);
  return leg === undefined || leg.state === 'over' ? undefined : giveUp(context, ringing, leg, 'failed');
}

function placeOf(tag: string | null | undefined, verb: string): number | undefined {
  const [said, place] = (tag ?? '').split(' ');
  return said === verb ? Number(place) : undefined;
}

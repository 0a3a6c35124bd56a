import { z } from 'zod';
import {
  type CommandRequest,
  type Decision,
  defineNode,
  end,
  leave,
  type NodeContext,
  type NodeEvent,
  ownEvents,
  type Stop,
  wait,
} from '../definition.ts';
import type { JsonObject } from '../json.ts';
import {
  legOfEvent,
  type Outcome,
  outcomeOf,
  readEventLeg,
  readRinging,
  rememberRinging,
  type Ringing,
  type RungLeg,
  together,
  withLeg,
} from './dial-legs.ts';
import { dialNodeParams, type DialParams } from './dial-params.ts';
import { error } from './exits.ts';
import { bodyOf } from './body.ts';
import { CALL_LIMIT_MS, MARGIN_MS, speechUpToMs } from './speech-length.ts';
import { voiceOf } from './voice.ts';

type Context = NodeContext<DialParams>;

const awaited = [
  'call.initiated',
  'call.answered',
  'call.machine.detection.ended',
  'call.speak.ended',
  'call.gather.ended',
  'call.bridged',
  'call.hangup',
  ownEvents.accepted,
  ownEvents.refused,
];

export const dial = defineNode({
  type: 'dial',
  title: 'Ring a group',
  help: 'Rings one number or several, lets whoever answers take the call or leave it, and connects the caller. Otherwise the call goes on here.',
  category: 'connect',
  icon: 'phone-call',
  synonyms: [
    'dial',
    'ring group',
    'hunt',
    'call',
    'connect',
    'whisper',
    'accept',
    'team',
    'on call',
    'forward',
  ],
  action: 'dial',
  role: 'step',
  listens: true,
  params: dialNodeParams,
  defaults: { to: [''] },
  exits: () => [
    { id: 'answered', label: 'After the conversation', kind: 'outcome', endsQuietly: true },
    { id: 'busy', label: 'Busy', kind: 'outcome', fallsTo: 'error' },
    { id: 'no_answer', label: 'No answer', kind: 'outcome', fallsTo: 'error' },
    { id: 'declined', label: 'Declined', kind: 'outcome', fallsTo: 'error' },
    { id: 'failed', label: 'Failed', kind: 'outcome', fallsTo: 'error' },
    error,
  ],
  outputs: () => [
    { name: 'status', title: 'How it ended', example: 'no_answer' },
    { name: 'answered_by', title: 'Number that took the call', example: '+13125550111' },
    { name: 'answered_at', title: 'When it was taken', example: '2026-06-01T09:00:12.000Z' },
    { name: 'answered_call', title: 'call_control_id of that call', example: 'v3:bGVnLWI' },
  ],
  summary: ({ to }) => (Array.isArray(to) ? to.filter((one) => typeof one === 'string').join(', ') : ''),
  lint({ to }) {
    const isMissing =
      Array.isArray(to) && to.every((number) => typeof number === 'string' && number.trim() === '');
    if (!isMissing) return [];
    return [
      {
        path: ['to'],
        severity: 'error',
        message: 'No number is given, so nobody would be rung.',
        cure: 'Write the number with + and the country code, like +13125550100.',
      },
    ];
  },
  enter(context) {
    const { params, call } = context;
    const numbers = params.to.filter((number) => number.trim() !== '');
    if (call.connection_id === null) return leave('error', { why: 'The call has no connection to dial by.' });
    if (numbers.length === 0)
      return leave('failed', { outputs: { status: 'failed' }, why: 'No number is given.' });
    const first = params.strategy === 'all_at_once' ? numbers : numbers.slice(0, 1);
    const music = params.waiting_audio_url;
    const begin = { legs: [], talking: false };
    return goOn(context, ring(begin, first), [
      ...(music === undefined
        ? []
        : [command('playback_start', { audio_url: music, loop: 'infinity' }, { tag: 'music' })]),
      ...first.map((number, place) => dialOf(context, number, place)),
    ]);
  },
  handle: (context, event) => steps[event.type]?.(context, readRinging(context.memory), event),
  stop({ memory }): Stop {
    return { commands: hangUpAll(readRinging(memory)), until: ['call.hangup'] };
  },
});

type Step = (context: Context, ringing: Ringing, event: NodeEvent) => Decision | undefined;

const steps: { readonly [type: string]: Step } = {
  'call.initiated': (context, ringing, event) => known(context, ringing, event)?.decision,
  'call.answered': onAnswered,
  'call.machine.detection.ended': onVerdict,
  'call.speak.ended': (context, ringing, { payload }) => join(context, ringing, askedLeg(ringing, payload)),
  'call.gather.ended': onKey,
  'call.bridged': onBridged,
  'call.hangup': onHangUp,
  [ownEvents.accepted]: onAccepted,
  [ownEvents.refused]: onRefused,
};

/** The numbers rung so far and these besides. */
function ring(ringing: Ringing, numbers: readonly string[]): Ringing {
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

function dialOf({ params, call }: Context, to: string, place: number): CommandRequest {
  const { timeout_secs, time_limit_secs, from_display_name, custom_headers, skip_machines } = params;
  const body = bodyOf({
    to,
    from: params.from ?? (call.direction === 'incoming' ? call.to : call.from),
    connection_id: call.connection_id,
    link_to: call.id,
    timeout_secs,
    time_limit_secs,
    from_display_name,
    custom_headers,
    ...(skip_machines === true ? { answering_machine_detection: 'detect' } : {}),
  });
  return command('dial', body, { leg: null, tag: `dial ${place}` });
}

function command(
  action: string,
  params: JsonObject,
  more: Omit<CommandRequest, 'action' | 'params'>,
): CommandRequest {
  return { action, params, ...more };
}

/** The event's leg, with its id written down. */
function known(
  context: Context,
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

function onAnswered(context: Context, ringing: Ringing, event: NodeEvent): Decision | undefined {
  const found = known(context, ringing, event);
  if (found === undefined || found.leg.state !== 'ringing') return undefined;
  // Somebody else was faster.
  if (taken(ringing) !== undefined) return goOn(context, found.ringing, hangUp(found.leg));
  return context.params.skip_machines === true ? found.decision : ask(context, found.ringing, found.leg);
}

function onVerdict(context: Context, ringing: Ringing, event: NodeEvent): Decision | undefined {
  const found = known(context, ringing, event);
  if (found === undefined || found.leg.state !== 'ringing') return undefined;
  const { result } = readEventLeg(event.payload);
  if (result === 'machine') return giveUp(context, found.ringing, found.leg, 'no_answer');
  return ask(context, found.ringing, found.leg);
}

/** Says to whoever has answered what it is about, and lets them take the call. */
function ask(context: Context, ringing: Ringing, leg: RungLeg): Decision {
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

function onKey(context: Context, ringing: Ringing, { payload }: NodeEvent): Decision | undefined {
  const leg = askedLeg(ringing, payload);
  if (leg === undefined) return undefined;
  const { digits, status } = readEventLeg(payload);
  if (status === 'call_hangup') return undefined;
  if (status === 'valid' && digits === context.params.accept_key) return join(context, ringing, leg);
  return giveUp(context, ringing, leg, 'no_answer');
}

/** Connects the caller with this leg, and lets the others go. */
function join(context: Context, ringing: Ringing, leg: RungLeg | undefined): Decision | undefined {
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

function onBridged(context: Context, ringing: Ringing): Decision | undefined {
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

function onHangUp(context: Context, ringing: Ringing, event: NodeEvent): Decision | undefined {
  // Nobody is left to connect: the phones must not ring on.
  if (event.leg === 'own') return end(hangUpAll(ringing));
  const found = known(context, ringing, event);
  if (found === undefined) return undefined;
  if (found.leg.state === 'taken' && ringing.talking) return afterwards(context);
  const { hangup_cause: cause } = readEventLeg(event.payload);
  // Whoever answered and hung up again has not taken the call.
  const outcome = found.leg.state === 'ringing' ? outcomeOf(cause) : 'no_answer';
  return next(context, withLeg(found.ringing, found.leg.place, { state: 'over', outcome }), []);
}

function afterwards({ wired }: Context): Decision {
  if (wired.has('answered')) return leave('answered', { outputs: { status: 'answered' } });
  return { ...end([{ action: 'hangup', params: {} }]), outputs: { status: 'answered' } };
}

function giveUp(context: Context, ringing: Ringing, leg: RungLeg, outcome: Outcome): Decision {
  return next(context, withLeg(ringing, leg.place, { state: 'over', outcome }), hangUp(leg));
}

/** The next number of the list; the way out once all have been tried. */
function next(context: Context, ringing: Ringing, commands: readonly CommandRequest[]): Decision {
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
  tag: z.string().nullable(),
  response: z.object({ call_control_id: z.string() }).optional().catch(undefined),
});

/** The carrier has taken a dial: the leg is known by its id, and is hung up at once when it comes too late. */
function onAccepted(context: Context, ringing: Ringing, { payload }: NodeEvent): Decision | undefined {
  const { tag, response } = accepted.parse(payload);
  const place = placeOf(tag, 'dial');
  const leg = ringing.legs.find((one) => one.place === place);
  if (leg === undefined || leg.id !== null || response === undefined) return undefined;
  const named = { ...leg, id: response.call_control_id };
  const isLate = leg.state === 'over' || taken(ringing) !== undefined;
  return goOn(context, withLeg(ringing, named.place, { id: named.id }), isLate ? hangUp(named) : []);
}

/** A number that can't be dialled, or a leg that can't be asked or connected, is one that failed; the rest goes on. */
function onRefused(context: Context, ringing: Ringing, { payload }: NodeEvent): Decision | undefined {
  const { tag } = accepted.parse(payload);
  const place = placeOf(tag, 'dial') ?? placeOf(tag, 'ask');
  const leg = tag === 'bridge' ? taken(ringing) : ringing.legs.find((one) => one.place === place);
  return leg === undefined || leg.state === 'over' ? undefined : giveUp(context, ringing, leg, 'failed');
}

function placeOf(tag: string | null, verb: string): number | undefined {
  const [said, place] = (tag ?? '').split(' ');
  return said === verb ? Number(place) : undefined;
}

function taken({ legs }: Ringing): RungLeg | undefined {
  return legs.find(({ state }) => state === 'taken');
}

function hangUp({ id }: RungLeg): readonly CommandRequest[] {
  return id === null ? [] : [command('hangup', {}, { leg: id, tag: 'let go' })];
}

function hangUpAll({ legs }: Ringing): readonly CommandRequest[] {
  return legs.filter(({ state }) => state !== 'over').flatMap(hangUp);
}

function stopMusic({ params }: Context): readonly CommandRequest[] {
  return params.waiting_audio_url === undefined ? [] : [command('playback_stop', {}, { tag: 'music' })];
}

function goOn(context: Context, ringing: Ringing, commands: readonly CommandRequest[] = []): Decision {
  const { timeout_secs: ringSecs, accept_timeout_secs: acceptSecs, whisper } = context.params;
  const said = whisper === undefined ? 0 : speechUpToMs(context.localize(whisper));
  const withinMs = (ringSecs + acceptSecs) * 1_000 + said + MARGIN_MS;
  return wait(awaited, withinMs, { commands, memory: rememberRinging(ringing) });
}

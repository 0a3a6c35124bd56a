import { defineActivity } from '../activity.ts';
import type { HeardThing } from '../heard.ts';
import type { JsonObject } from '../json.ts';
import type { Activity, Leg } from '../state.ts';
import {
  emit,
  hear,
  legOf,
  nextNumber,
  nextUuid,
  removeActivity,
  type SoundEnd,
  type Turn,
} from '../turn.ts';
import { spokenMs } from '../words/spoken-length.ts';

export type Speech = {
  kind: 'speech' | 'assistant';
  text: string;
  voice: string | null;
  language: string | null;
  /** How long the voice takes for it; left out, as long as for its plain text. */
  lastsMs?: number;
};
export type Recording = { kind: 'audio'; url: string | null; name: string | null };

/** Something said or played to a leg. Those of one lane wait for each other; `startedAtMs` null: still waiting. */
export type Sound = Activity & {
  kind: 'sound';
  lane: 'main' | 'overlay';
  says: Speech | Recording;
  /** The action that asked for it. */
  action: string;
  /** The activity that wants to know its end; null: the application, by webhook. */
  owner: number | null;
  /** Whether started and ended webhooks are sent. */
  announced: boolean;
  targets: 'self' | 'opposite' | 'both';
  speakId: string;
  /** Sayings still to come, this one counted; null: without end. */
  timesLeft: number | null;
  durationMs: number;
  startedAtMs: number | null;
  sayingAtMs: number;
  /** Who hears it at this moment, and under which number. */
  saying: { seq: number; callControlId: string }[];
  trouble: SoundEnd | null;
};

export type Play = Pick<Sound, 'says' | 'action' | 'owner' | 'announced'> &
  Partial<Pick<Sound, 'lane' | 'targets' | 'timesLeft'>>;

// A voice provider is given up after two seconds, a file that can't be had is noticed sooner.
const voiceTroubleMs = 2000;
const fileTroubleMs = 250;

export const sound = defineActivity<Sound>('sound', {
  onDue(turn, leg, one) {
    if (one.trouble !== null) return endSound(turn, leg, one, one.trouble);
    tellListeners(turn, one, (of) => ({ kind: 'said', of }));
    if (one.timesLeft === 1) return endSound(turn, leg, one, 'completed');
    if (one.timesLeft !== null) one.timesLeft -= 1;
    say(turn, leg, one);
  },
  onLegEnds: (turn, leg, one) => endSound(turn, leg, one, 'call_hangup'),
});

/** Says or plays something once what was asked for before it on its lane is over. */
export function playSound(turn: Turn, leg: Leg, play: Play): Sound {
  const one: Sound = {
    kind: 'sound',
    id: nextNumber(turn),
    dueAtMs: null,
    lane: play.lane ?? 'main',
    says: play.says,
    action: play.action,
    owner: play.owner,
    announced: play.announced,
    targets: play.targets ?? 'self',
    speakId: nextUuid(turn).slice(0, 8),
    timesLeft: play.timesLeft === undefined ? 1 : play.timesLeft,
    durationMs: 0,
    startedAtMs: null,
    sayingAtMs: 0,
    saying: [],
    trouble: null,
  };
  leg.activities.push(one);
  startNext(turn, leg, one.lane);
  return one;
}

/** Stops what is heard on a lane now; `all`: also what waits behind it, of which nobody is told anything. */
export function stopSounds(
  turn: Turn,
  leg: Leg,
  which: 'current' | 'all',
  lane: Sound['lane'] = 'main',
): void {
  const [current, ...waiting] = sound.allOn(leg).filter((one) => one.lane === lane);
  if (which === 'all') {
    for (const one of waiting) removeActivity(leg, one);
    for (const one of waiting) tellOwner(turn, leg, one, 'cancelled');
  }
  if (current !== undefined) endSound(turn, leg, current, 'cancelled');
}

/** What is said while detection listens is cut at the beep of the machine. */
export function cutAtTheBeep(turn: Turn, leg: Leg): void {
  const [current] = sound
    .allOn(leg)
    .filter(({ lane, startedAtMs }) => lane === 'main' && startedAtMs !== null);
  if (current !== undefined) endSound(turn, leg, current, 'cancelled_amd');
}

/** Stops the sounds of one activity and takes its waiting ones out of the queue, without telling it. */
export function stopSoundsOf(turn: Turn, leg: Leg, owner: number): void {
  const own = sound.allOn(leg).filter((one) => one.owner === owner);
  for (const one of own) one.owner = null;
  for (const one of own.filter(({ startedAtMs }) => startedAtMs === null)) removeActivity(leg, one);
  for (const one of own.filter(({ startedAtMs }) => startedAtMs !== null))
    endSound(turn, leg, one, 'cancelled');
}

function startNext(turn: Turn, leg: Leg, lane: Sound['lane']): void {
  const next = sound.allOn(leg).find((one) => one.lane === lane);
  if (next === undefined || next.startedAtMs !== null || leg.endedAtMs !== null) return;
  next.startedAtMs = turn.state.nowMs;
  next.trouble = troubleWith(turn, next);
  if (next.trouble !== null) {
    next.dueAtMs = turn.state.nowMs + (next.says.kind === 'audio' ? fileTroubleMs : voiceTroubleMs);
    return;
  }
  if (next.announced) emit(turn, leg, `call.${familyOf(next)}.started`, fieldsOf(next));
  say(turn, leg, next);
}

function say(turn: Turn, leg: Leg, one: Sound): void {
  const endless = one.timesLeft === null;
  one.durationMs = durationOf(turn, one);
  one.sayingAtMs = turn.state.nowMs;
  one.dueAtMs = endless ? null : turn.state.nowMs + one.durationMs;
  const { action, durationMs } = one;
  const says = heardOf(one.says);
  one.saying = listenersOf(turn, leg, one).map((listener) => ({
    seq: hear(turn, listener, { ...says, action, durationMs, endless }),
    callControlId: listener.callControlId,
  }));
}

function heardOf(says: Speech | Recording): Omit<Speech, 'lastsMs'> | Recording {
  if (says.kind === 'audio') return says;
  const { lastsMs: _lastsMs, ...heard } = says;
  return heard;
}

function endSound(turn: Turn, leg: Leg, one: Sound, how: SoundEnd): void {
  removeActivity(leg, one);
  if (one.startedAtMs !== null) {
    const afterMs = turn.state.nowMs - one.sayingAtMs;
    tellListeners(turn, one, (of) => ({ kind: 'cut', of, afterMs }));
    if (one.announced) {
      const ended = { ...fieldsOf(one), ...detailOf(turn, one, how), status: how };
      emit(turn, leg, `call.${familyOf(one)}.ended`, ended);
    }
  }
  tellOwner(turn, leg, one, how);
  if (how !== 'call_hangup') startNext(turn, leg, one.lane);
}

function tellOwner(turn: Turn, leg: Leg, one: Sound, how: SoundEnd): void {
  const owner = leg.activities.find(({ id }) => id === one.owner);
  if (owner !== undefined) turn.rulesOf(owner).onSoundEnded(turn, leg, owner, how);
}

function tellListeners(turn: Turn, one: Sound, toThing: (seq: number) => HeardThing): void {
  for (const { seq, callControlId } of one.saying) {
    const listener = legOf(turn, callControlId);
    if (listener !== undefined && listener.endedAtMs === null) hear(turn, listener, toThing(seq));
  }
  one.saying = [];
}

function listenersOf(turn: Turn, leg: Leg, one: Sound): Leg[] {
  const other = leg.bridgedWith === null ? undefined : legOf(turn, leg.bridgedWith);
  const opposite = other === undefined || other.endedAtMs !== null ? [] : [other];
  if (one.targets === 'opposite') return opposite;
  return one.targets === 'both' ? [leg, ...opposite] : [leg];
}

function troubleWith(turn: Turn, one: Sound): SoundEnd | null {
  const { script } = turn.state;
  if (one.says.kind === 'audio') {
    const media = mediaOf(turn, one.says);
    if (media?.missing === true) return 'file_not_found';
    return media?.fails === undefined ? null : 'failed';
  }
  if (script.speech === null) return null;
  const { status, times } = script.speech;
  const rest = times === null ? null : times - 1;
  turn.state.script = { ...script, speech: rest === 0 ? null : { status, times: rest } };
  return status;
}

function durationOf(turn: Turn, { says }: Sound): number {
  if (says.kind !== 'audio') return says.lastsMs ?? spokenMs(says.text);
  return Math.max(1, mediaOf(turn, says)?.durationMs ?? turn.state.script.mediaMs);
}

function mediaOf(turn: Turn, { url, name }: Recording) {
  const { media } = turn.state.script;
  return Object.hasOwn(media, url ?? name ?? '') ? media[url ?? name ?? ''] : undefined;
}

function detailOf(turn: Turn, { says }: Sound, how: SoundEnd): JsonObject {
  const text = says.kind === 'audio' && how === 'failed' ? mediaOf(turn, says)?.fails : undefined;
  return text === undefined ? {} : { status_detail: text };
}

function familyOf({ says }: Sound): 'speak' | 'playback' {
  return says.kind === 'audio' ? 'playback' : 'speak';
}

function fieldsOf(one: Sound): JsonObject {
  if (one.says.kind !== 'audio') return { speak_id: one.speakId };
  const fields: JsonObject = { overlay: one.lane === 'overlay' };
  if (one.says.url !== null) fields['media_url'] = one.says.url;
  if (one.says.name !== null) fields['media_name'] = one.says.name;
  return fields;
}

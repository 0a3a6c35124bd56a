import { defineAction } from '../action.ts';
import { recording, startRecording } from '../activities/recording.ts';
import { bridgeLegs } from '../bridging.ts';
import { ok, type Refusal, type Reply, refusedWith } from '../errors.ts';
import { bridging } from '../parameters/bridge.ts';
import type { ValuesOf } from '../parameters/check.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { isGiven } from '../parameters/sounds.ts';
import { firstWaiting } from '../queues.ts';
import type { Leg } from '../state.ts';
import { letStrangersWait } from '../strangers.ts';
import { hear, legOf, type Turn } from '../turn.ts';
import { recordingFromAnswer } from './record-from-answer.ts';

const parameters = { ...everyCommand, ...bridging };
type Values = ValuesOf<typeof parameters>;

export const bridge = defineAction({
  name: 'bridge',
  parameters,
  alsoRefuses: nobodyToBridgeWith,
  run(turn, leg, values) {
    if (isGiven(values.video_room_id)) return ok();
    const other = legToBridgeWith(turn, leg, values);
    if (other === undefined) {
      return isGiven(values.call_control_id)
        ? refusedWith(422, '90015', 'The call_control_id provided was not valid.')
        : refusedWith(422, '90033', `No call waits in the queue '${values.queue}'.`);
    }
    return refusalOf(leg, other, values) ?? join(turn, leg, other, values);
  },
});

function nobodyToBridgeWith({ call_control_id, queue, video_room_id }: Values): Refusal[] {
  if ([call_control_id, queue, video_room_id].some(isGiven)) return [];
  const detail = "One of 'call_control_id', 'queue' and 'video_room_id' is required.";
  return [{ code: '10004', detail, pointer: '/call_control_id' }];
}

function legToBridgeWith(turn: Turn, leg: Leg, { call_control_id: id, queue }: Values): Leg | undefined {
  if (typeof id !== 'string') {
    const name = queue ?? '';
    letStrangersWait(turn, leg, { name, maxSize: null });
    return firstWaiting(turn, name, leg);
  }
  const other = legOf(turn, id);
  return other === leg || other?.isForeign === true ? undefined : other;
}

function refusalOf(leg: Leg, other: Leg, values: Values): Reply | null {
  if (other.endedAtMs !== null) {
    return refusedWith(422, '90018', 'The call to bridge with is no longer active.');
  }
  if (other.answeredAtMs === null && !(values.play_ringtone === true && other.direction === 'outgoing')) {
    return refusedWith(422, '90034', 'The call to bridge with has not been answered yet.');
  }
  const isTaken = other.bridgedWith !== null && other.bridgedWith !== leg.callControlId;
  if (values.prevent_double_bridge === true && isTaken) {
    return refusedWith(422, '90033', 'The call to bridge with is already bridged.');
  }
  return null;
}

function join(turn: Turn, leg: Leg, other: Leg, values: Values): Reply {
  leg.parksAfterUnbridge = values.park_after_unbridge === 'self' || values.hold_after_unbridge === true;
  if (other.answeredAtMs === null) {
    other.joins = { callControlId: leg.callControlId, endsWithIt: false, audio: null };
    hear(turn, leg, { kind: 'ringing', to: other.to });
  } else if (leg.bridgedWith !== other.callControlId) bridgeLegs(turn, leg, other);
  const settings = recordingFromAnswer(turn, values);
  if (settings !== null && recording.allOn(leg).length === 0) startRecording(turn, leg, settings);
  return ok();
}

import { defineActivity } from '../activity.ts';
import { sendAgent } from '../agents.ts';
import { addToQueue, averageWaitSecs, positionIn, removeFromQueue } from '../queues.ts';
import { staffOf } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, legOf, liveLegs, nextNumber, removeActivity, type Turn } from '../turn.ts';

/** A leg waiting in a queue. Whatever the application says and asks meanwhile goes on. */
export type Queued = Activity & {
  kind: 'queued';
  queue: string;
  keepsPlace: boolean;
  givenUpAtMs: number | null;
  /** When an agent comes to the queue because of this call: not for it, but for whoever has waited longest. */
  agentAtMs: number | null;
};

type Leaving = 'bridged' | 'bridging-in-process' | 'hangup' | 'leave' | 'timeout';

const agentAfterMs = 2000;

export const queued = defineActivity<Queued>('queued', {
  onDue(turn, leg, one) {
    const { nowMs } = turn.state;
    if (one.agentAtMs !== null && one.agentAtMs <= nowMs) {
      one.agentAtMs = null;
      setClock(one);
      sendAgent(turn, one.queue);
    }
    const stillWaits = leg.activities.some(({ id }) => id === one.id);
    if (stillWaits && one.givenUpAtMs !== null && one.givenUpAtMs <= nowMs) {
      leaveQueue(turn, leg, one, 'timeout');
    }
  },
  onBridged: (turn, leg, one) => leaveQueue(turn, leg, one, 'bridged'),
  onLegEnds: (turn, leg, one) => leaveQueue(turn, leg, one, 'hangup'),
});

type Entering = { name: string; maxSize: number | null; longestMs: number | null; keepsPlace: boolean };

/** Puts a leg at the end of a queue. */
export function enterQueue(turn: Turn, leg: Leg, { name, maxSize, longestMs, keepsPlace }: Entering): void {
  addToQueue(turn, leg, { name, maxSize });
  const one: Queued = {
    kind: 'queued',
    id: nextNumber(turn),
    dueAtMs: null,
    queue: name,
    keepsPlace,
    givenUpAtMs: longestMs === null ? null : turn.state.nowMs + longestMs,
    agentAtMs: agentDueAtMs(turn, name),
  };
  leg.activities.push(one);
  setClock(one);
  emit(turn, leg, 'call.enqueued', {
    current_position: positionIn(turn, leg, name),
    queue: name,
    queue_avg_wait_time_secs: averageWaitSecs(turn, name),
  });
}

export function leaveQueue(turn: Turn, leg: Leg, one: Queued, reason: Leaving): void {
  removeActivity(leg, one);
  if (reason === 'hangup' && one.keepsPlace) return;
  const position = positionIn(turn, leg, one.queue);
  emit(turn, leg, 'call.dequeued', {
    queue: one.queue,
    queue_position: position,
    reason,
    wait_time_secs: removeFromQueue(turn, leg, one.queue),
  });
}

/** The script says anew who answers the queues: those who wait are waited upon from now on. */
export function staffQueues(turn: Turn): void {
  for (const { callControlId } of liveLegs(turn)) {
    const leg = legOf(turn, callControlId);
    for (const one of leg === undefined ? [] : queued.allOn(leg)) {
      one.agentAtMs = agentDueAtMs(turn, one.queue);
      setClock(one);
    }
  }
}

function agentDueAtMs({ state }: Turn, name: string): number | null {
  const staff = staffOf(state.script, name);
  return staff === undefined ? null : state.nowMs + Math.max(1, staff.answersAfterMs ?? agentAfterMs);
}

function setClock(one: Queued): void {
  const times = [one.givenUpAtMs, one.agentAtMs].filter((atMs) => atMs !== null);
  one.dueAtMs = times.length === 0 ? null : Math.min(...times);
}

import { startMachine } from './activities/answering-machine.ts';
import { joinLeg } from './activities/joining.ts';
import { endLegAfter } from './activities/leg-clock.ts';
import { startDetection } from './activities/machine-detection.ts';
import { startRecording } from './activities/recording.ts';
import { playSound } from './activities/sound.ts';
import { personOn } from './script.ts';
import type { Leg } from './state.ts';
import { emit, hear, type Turn } from './turn.ts';
import { numbersOf, toTimestamp } from './webhooks.ts';

/** The leg is answered: by the application if it came in, by the person dialled if it goes out. */
export function answerLeg(turn: Turn, leg: Leg): void {
  leg.answeredAtMs = turn.state.nowMs;
  emit(turn, leg, 'call.answered', { ...numbersOf(leg), start_time: toTimestamp(leg.startedAtMs * 1000) });
  hear(turn, leg, { kind: 'answered' });
  endLegAfter(turn, leg, { reason: 'time_limit', afterMs: leg.timeLimitMs });
  if (leg.recordsOnAnswer !== null) startRecording(turn, leg, leg.recordsOnAnswer);
  obeyScript(turn, leg);
  if (leg.playsOnAnswer !== null) {
    const says = { kind: 'audio' as const, ...leg.playsOnAnswer };
    playSound(turn, leg, { says, action: 'dial', owner: null, announced: true });
  }
  if (leg.joins !== null) joinLeg(turn, leg, leg.joins);
}

function obeyScript(turn: Turn, leg: Leg): void {
  const party = personOn(turn.state.script, leg);
  const { hangsUpAfterMs, machine } = party;
  if (hangsUpAfterMs !== undefined) endLegAfter(turn, leg, { reason: 'person', afterMs: hangsUpAfterMs });
  if (machine === true) startMachine(turn, leg, party);
  if (leg.detects !== null) startDetection(turn, leg, { party, detection: leg.detects });
}

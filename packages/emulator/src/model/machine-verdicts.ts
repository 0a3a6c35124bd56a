import type { Party } from './script.ts';

/** What answering-machine detection was asked to do on a leg; times in ms. */
export type Detection = {
  mode: 'premium' | 'detect' | 'detect_beep' | 'detect_words' | 'greeting_end';
  /** The first verdict comes no later than this after the answer. */
  totalMs: number;
  /** Who greets for longer than this is a machine. */
  greetingMs: number;
  /** Who says nothing for this long is taken for a machine (premium: for silence). */
  initialSilenceMs: number;
  /** After a greeting: so long a silence ends it. */
  afterGreetingSilenceMs: number;
  /** After the greeting of a machine: so long a silence ends it. */
  greetingSilenceMs: number;
  /** How long the end of a machine's greeting is listened for. */
  greetingTotalMs: number;
};

export type Verdict = { afterMs: number; eventType: string; result: string };

export const defaultGreetsForMs = 5000;

// A person says "Hello?" and waits.
const helloMs = 1500;
// A beep is told from speech once it is over.
const beepMs = 400;
// Documented for beep detection in the guide.
const beepWithinMs = 30_000;

/** What detection finds out about whoever answers, and when, counted from the answer. */
export function verdictsOn(party: Party, detection: Detection): Verdict[] {
  return detection.mode === 'premium'
    ? premiumVerdicts(party, detection)
    : standardVerdicts(party, detection);
}

function premiumVerdicts(party: Party, detection: Detection): Verdict[] {
  const detected = (afterMs: number, result: string): Verdict => ({
    afterMs: Math.min(afterMs, detection.totalMs),
    eventType: 'call.machine.premium.detection.ended',
    result,
  });
  const greeted = (afterMs: number, result: string): Verdict => ({
    afterMs,
    eventType: 'call.machine.premium.greeting.ended',
    result,
  });
  if (party.unsure === true) return [detected(detection.totalMs, 'not_sure')];
  if (party.machine !== true && party.silent === true)
    return [detected(detection.initialSilenceMs, 'silence')];
  if (party.machine !== true) return [detected(helloMs, 'human_residence')];
  const beepAfterMs = beepOf(party);
  const machine = detected(recognitionOf(party, detection), 'machine');
  // Documented: after a beep that comes first only the end of the greeting is told.
  if (beepAfterMs <= machine.afterMs) return [greeted(beepAfterMs, 'beep_detected')];
  const untilMs = machine.afterMs + beepWithinMs;
  const isHeard = beepAfterMs <= untilMs;
  return [machine, isHeard ? greeted(beepAfterMs, 'beep_detected') : greeted(untilMs, 'no_beep_detected')];
}

function standardVerdicts(party: Party, detection: Detection): Verdict[] {
  const detected = (afterMs: number, result: string): Verdict => ({
    afterMs: Math.min(afterMs, detection.totalMs),
    eventType: 'call.machine.detection.ended',
    result,
  });
  if (party.unsure === true) return [detected(detection.totalMs, 'not_sure')];
  if (party.machine !== true && party.silent !== true) return [detected(helloMs, 'human')];
  const isMachine = party.machine === true;
  // A beep gives a machine away, however short its greeting was.
  const recognisedMs = Math.min(recognitionOf(party, detection), beepOf(party) - beepMs);
  const machine = detected(isMachine ? recognisedMs : detection.initialSilenceMs, 'machine');
  const end = greetingEnd(party, detection, machine.afterMs);
  return end === null ? [machine] : [machine, { ...end, eventType: 'call.machine.greeting.ended' }];
}

type End = Pick<Verdict, 'afterMs' | 'result'>;

function greetingEnd(party: Party, detection: Detection, machineMs: number): End | null {
  const { mode } = detection;
  if (mode === 'detect') return null;
  const untilMs = machineMs + (mode === 'greeting_end' ? detection.greetingTotalMs : beepWithinMs);
  const beep: End = { afterMs: beepOf(party), result: 'beep_detected' };
  if (beep.afterMs <= untilMs) return beep;
  if (mode === 'detect_beep') return null;
  const greetsForMs = party.machine === true ? greetingOf(party) : 0;
  const silenceMs = Math.max(machineMs, greetsForMs) + detection.greetingSilenceMs;
  if (mode === 'greeting_end' && silenceMs <= untilMs) return { afterMs: silenceMs, result: 'ended' };
  return { afterMs: untilMs, result: 'not_sure' };
}

/** When the greeting of a machine has been long enough, or is over. */
function recognitionOf(party: Party, { greetingMs, afterGreetingSilenceMs }: Detection): number {
  const greetsForMs = greetingOf(party);
  return greetsForMs > greetingMs ? greetingMs : greetsForMs + afterGreetingSilenceMs;
}

function beepOf(party: Party): number {
  if (party.machine !== true || party.beeps === false) return Number.POSITIVE_INFINITY;
  return greetingOf(party) + beepMs;
}

function greetingOf({ greetsForMs }: Party): number {
  return greetsForMs ?? defaultGreetsForMs;
}

import { defineActivity } from '../activity.ts';
import { takeRecordingTrouble } from '../script.ts';
import type { Activity, Leg, TapeSettings } from '../state.ts';
import { nextNumber, nextUuid, removeActivity, type Turn } from '../turn.ts';
import { toTimestamp } from '../webhooks.ts';
import type { SpokenWords } from '../words/words.ts';
import { sendLate } from './late-webhook.ts';

/** A recording being made. */
export type Tape = Activity & {
  kind: 'recording';
  settings: TapeSettings;
  startedAtMs: number;
  /** Null: paused. */
  runsSinceMs: number | null;
  /** Length of what was recorded before the last pause. */
  recordedMs: number;
  /** From the first word on it to the end of the last. */
  voice: { fromMs: number; untilMs: number } | null;
  texts: string[];
};

// Observed: about a second after the end. How much later the transcript comes is not documented.
const savedAfterMs = 1000;
const transcribedAfterMs = 2500;

export const recording = defineActivity<Tape>('recording', {
  onDue: endRecording,
  onWords(_turn, _leg, tape, words) {
    if (tape.settings.track !== 'outbound') keep(tape, words);
  },
  onPartnerWords(_turn, _leg, tape, words) {
    if (tape.settings.track !== 'inbound') keep(tape, words);
  },
  onLegEnds: endRecording,
});

/** Begins to record a leg. */
export function startRecording(turn: Turn, leg: Leg, settings: TapeSettings): void {
  const { nowMs } = turn.state;
  const tape: Tape = {
    kind: 'recording',
    id: nextNumber(turn),
    dueAtMs: null,
    settings,
    startedAtMs: nowMs,
    runsSinceMs: nowMs,
    recordedMs: 0,
    voice: null,
    texts: [],
  };
  leg.activities.push(tape);
  setClock(tape);
}

export function pauseRecording(turn: Turn, tape: Tape): void {
  if (tape.runsSinceMs === null) return;
  tape.recordedMs += turn.state.nowMs - tape.runsSinceMs;
  tape.runsSinceMs = null;
  setClock(tape);
}

export function resumeRecording(turn: Turn, tape: Tape): void {
  tape.runsSinceMs ??= turn.state.nowMs;
  setClock(tape);
}

/** Ends it; what came of it is told later. */
export function endRecording(turn: Turn, leg: Leg, tape: Tape): void {
  removeActivity(leg, tape);
  const reason = takeRecordingTrouble(turn.state);
  if (reason !== null) {
    return sendLate(turn, leg, {
      eventType: 'call.recording.error',
      fields: { reason },
      afterMs: savedAfterMs,
    });
  }
  const fields = savedFields(turn, leg, tape);
  sendLate(turn, leg, { eventType: 'call.recording.saved', fields, afterMs: savedAfterMs });
  if (tape.settings.transcribes) transcribe(turn, leg, tape);
}

function transcribe(turn: Turn, leg: Leg, { settings, texts }: Tape): void {
  sendLate(turn, leg, {
    eventType: 'call.recording.transcription.saved',
    fields: {
      recording_id: settings.recordingId,
      recording_transcription_id: nextUuid(turn),
      status: 'completed',
      transcription_text: texts.join(' '),
    },
    afterMs: transcribedAfterMs,
  });
}

function keep(tape: Tape, { text, fromMs, untilMs }: SpokenWords): void {
  if (tape.runsSinceMs === null) return;
  tape.texts.push(text);
  tape.voice = {
    fromMs: tape.voice?.fromMs ?? fromMs,
    untilMs: Math.max(untilMs, tape.voice?.untilMs ?? 0),
  };
  setClock(tape);
}

/** The next end it comes to of itself: its greatest length, or silence after somebody has spoken. */
function setClock(tape: Tape): void {
  const { maximumMs, silenceMs } = tape.settings;
  if (tape.runsSinceMs === null) {
    tape.dueAtMs = null;
    return;
  }
  const fullAtMs = maximumMs === null ? null : tape.runsSinceMs + maximumMs - tape.recordedMs;
  const silentAtMs =
    silenceMs === null || tape.voice === null
      ? null
      : Math.max(tape.runsSinceMs, tape.voice.untilMs) + silenceMs;
  const ends = [fullAtMs, silentAtMs].filter((atMs) => atMs !== null);
  tape.dueAtMs = ends.length === 0 ? null : Math.min(...ends);
}

function savedFields(turn: Turn, leg: Leg, tape: Tape) {
  const { channels, format, track, fileName } = tape.settings;
  const { startedAt, endedAt } = endsOf(turn, tape);
  const file = `${fileName ?? leg.legId}-${Math.floor(tape.startedAtMs / 1000)}.${format}`;
  return {
    // One track alone is mono, whatever was asked for.
    channels: track === 'both' ? channels : 'single',
    end_time: endedAt,
    format,
    // Permanent URLs are an option of the account, which is off.
    public_recording_urls: {},
    recording_ended_at: endedAt,
    recording_id: tape.settings.recordingId,
    recording_started_at: startedAt,
    recording_urls: { [format]: `https://recordings.example.com/${encodeURIComponent(file)}` },
    start_time: startedAt,
  };
}

function endsOf({ state: { nowMs } }: Turn, { settings, startedAtMs, voice }: Tape) {
  const startedMs = settings.trims ? Math.min(nowMs, voice?.fromMs ?? nowMs) : startedAtMs;
  const endedMs = settings.trims ? Math.min(nowMs, voice?.untilMs ?? nowMs) : nowMs;
  return { startedAt: toTimestamp(startedMs * 1000), endedAt: toTimestamp(endedMs * 1000) };
}

import { defineActivity } from '../activity.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, nextNumber, removeActivity, type Turn } from '../turn.ts';
import type { SpokenWords } from '../words/words.ts';

type Track = 'inbound' | 'outbound';

/** A piece of transcript that is told once it has been said. */
type Piece = { transcript: string; isFinal: boolean; track: Track; atMs: number };

/** What is said on a leg being written down as it is said. */
export type Transcription = Activity & {
  kind: 'transcription';
  tracks: Track | 'both';
  /** Whether half a sentence is told too. */
  interim: boolean;
  pieces: Piece[];
};

const sureness = { final: 0.97, interim: 0.6 };

export const transcription = defineActivity<Transcription>('transcription', {
  onDue(turn, leg, one) {
    const isDue = ({ atMs }: Piece) => atMs <= turn.state.nowMs;
    tell(turn, leg, one.pieces.filter(isDue));
    one.pieces = one.pieces.filter((piece) => !isDue(piece));
    setClock(one);
  },
  onWords: (_turn, _leg, one, words) => listen(one, words, 'inbound'),
  onPartnerWords: (_turn, _leg, one, words) => listen(one, words, 'outbound'),
  onLegEnds: stopTranscription,
});

/** Begins to write down what is said on a leg. */
export function startTranscription(
  turn: Turn,
  leg: Leg,
  { tracks, interim }: Pick<Transcription, 'tracks' | 'interim'>,
): void {
  const one: Transcription = {
    kind: 'transcription',
    id: nextNumber(turn),
    dueAtMs: null,
    tracks,
    interim,
    pieces: [],
  };
  leg.activities.push(one);
}

/** Ends it; what is in the middle of being said is told at once. */
export function stopTranscription(turn: Turn, leg: Leg, one: Transcription): void {
  removeActivity(leg, one);
  tell(
    turn,
    leg,
    one.pieces.filter(({ isFinal }) => isFinal),
  );
}

function listen(one: Transcription, { text, fromMs, untilMs }: SpokenWords, track: Track): void {
  if (one.tracks !== 'both' && one.tracks !== track) return;
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return;
  if (one.interim && words.length > 1) {
    const transcript = words.slice(0, Math.ceil(words.length / 2)).join(' ');
    const atMs = Math.round((fromMs + untilMs) / 2);
    one.pieces.push({ transcript, isFinal: false, track, atMs });
  }
  one.pieces.push({ transcript: text, isFinal: true, track, atMs: untilMs });
  one.pieces.sort((piece, other) => piece.atMs - other.atMs);
  setClock(one);
}

function tell(turn: Turn, leg: Leg, pieces: readonly Piece[]): void {
  for (const { transcript, isFinal, track } of pieces) {
    emit(turn, leg, 'call.transcription', {
      transcription_data: {
        confidence: isFinal ? sureness.final : sureness.interim,
        is_final: isFinal,
        transcript,
        transcription_track: track,
      },
    });
  }
}

function setClock(one: Transcription): void {
  one.dueAtMs = one.pieces[0]?.atMs ?? null;
}

import { z } from 'zod';
import { playbackStartExclusive, playbackStartParams } from '../carrier-parameters/index.ts';
import { defineNode, leave, wait } from '../definition.ts';
import { bodyOf } from './body.ts';
import { done, error } from './exits.ts';
import { soundStop } from './stops.ts';
import { audioOf } from './summaries.ts';
import { CALL_LIMIT_MS } from './speech-length.ts';

const ended = z.object({
  status: z.string().nullish().catch(null),
  status_detail: z.string().nullish().catch(null),
});
const failures: readonly (string | null | undefined)[] = ['file_not_found', 'failed', 'unknown'];

export const playbackStart = defineNode({
  type: 'playback_start',
  title: 'Play a sound',
  help: 'Plays an audio file to the caller and goes on when it is over.',
  category: 'talk',
  icon: 'music',
  synonyms: ['playback', 'audio', 'mp3', 'wav', 'recording', 'jingle', 'play'],
  action: 'playback_start',
  role: 'step',
  listens: false,
  params: playbackStartParams,
  exclusive: playbackStartExclusive,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [{ name: 'status', title: 'How it ended', example: 'completed' }],
  summary: audioOf,
  lint(params) {
    if (audioOf(params) !== '') return [];
    return [
      {
        path: ['audio_url'],
        severity: 'error',
        message: 'There is no sound to play; the carrier would refuse the step.',
        cure: 'Give the address of an MP3 or WAV file, or the name of stored media.',
      },
    ];
  },
  stop: () => soundStop,
  enter: ({ params }) =>
    wait(['call.playback.ended'], CALL_LIMIT_MS, {
      commands: [{ action: 'playback_start', params: bodyOf(params) }],
    }),
  handle(_context, event) {
    const { status, status_detail: detail } = ended.parse(event.payload);
    if (status === 'call_hangup') return undefined;
    const outputs = { status: status ?? null };
    if (!failures.includes(status)) return leave('done', { outputs });
    return leave('error', { outputs, why: detail ?? `The carrier could not play the sound (${status}).` });
  },
});

import { z } from 'zod';
import { transcriptionStartParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

const heard = z.object({
  transcription_data: z
    .object({
      transcript: z.string().nullish().catch(null),
      confidence: z.number().nullish().catch(null),
      is_final: z.boolean().nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

export const transcriptionStart = defineNode({
  type: 'transcription_start',
  title: 'Write down what is said',
  help: 'Turns speech into text from here on, while the call goes on. In many places the caller must be told.',
  category: 'record',
  icon: 'writing',
  synonyms: ['transcription', 'transcript', 'speech to text', 'stt', 'captions', 'listen'],
  action: 'transcription_start',
  role: 'step',
  waitsForCaller: false,
  params: transcriptionStartParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [
    { name: 'transcript', title: 'What was said last', example: 'I would like an appointment.' },
    { name: 'confidence', title: 'How sure that is, from 0 to 1', example: 0.97 },
    { name: 'is_final', title: 'Whether the sentence was at its end', example: true },
  ],
  summary: ({ transcription_tracks: track }) =>
    track === 'both'
      ? 'The words of both sides'
      : `The words of ${track === 'outbound' ? 'the other side' : 'the caller'}`,
  isInstant: () => true,
  background: () => ({ begins: 'transcription', barredBy: ['transcription'] }),
  lateOutputs: {
    'call.transcription': (payload) => {
      const { transcript, confidence, is_final } = heard.parse(payload).transcription_data ?? {};
      if (typeof transcript !== 'string') return {};
      return { transcript, confidence: confidence ?? null, is_final: is_final ?? null };
    },
  },
  // Words of an earlier time must not pass for an answer to what is asked now.
  enter: ({ params }) =>
    leaveOnceAccepted([{ action: 'transcription_start', params: bodyOf(params) }], 'done', {
      outputs: { transcript: null, confidence: null, is_final: null },
    }),
});

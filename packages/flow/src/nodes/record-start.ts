import { z } from 'zod';
import { recordStartParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted, type Output } from '../definition.ts';
import type { JsonObject } from '../json.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

const text = z.string().nullish().catch(null);
const urls = z.object({ mp3: text, wav: text }).nullish().catch(null);

const saved = z.object({
  recording_id: text,
  channels: text,
  recording_urls: urls,
  public_recording_urls: urls,
  recording_started_at: text,
  recording_ended_at: text,
});

const outputs: readonly Output[] = [
  {
    name: 'recording_url',
    title: 'Where it can be fetched, mostly for ten minutes',
    example: 'https://recordings.example.com/front-desk.mp3',
  },
  { name: 'recording_id', title: 'Id of the recording', example: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0' },
  { name: 'duration_sec', title: 'How long it is, in seconds', example: 42 },
  { name: 'channels', title: 'One track (single) or one for each side (dual)', example: 'dual' },
  { name: 'status', title: 'Saved, or why it was not', example: 'saved' },
  { name: 'transcription', title: 'What was said, if it is written down', example: 'My name is Ana.' },
];

export const recordStart = defineNode({
  type: 'record_start',
  title: 'Record the call',
  help: 'Records from here on, while the call goes on, until it is stopped or the call ends. In many places the caller must be told.',
  category: 'record',
  icon: 'microphone',
  synonyms: ['recording', 'tape', 'mp3', 'wav', 'save', 'compliance', 'transcribe'],
  action: 'record_start',
  role: 'step',
  waitsForCaller: false,
  params: recordStartParams,
  defaults: { channels: 'single', format: 'mp3' },
  exits: () => [done, error],
  outputs: () => outputs,
  summary: ({ transcription }) =>
    transcription === true ? 'Records the call and writes it down' : 'Records the call',
  isInstant: () => true,
  background: ({ timeout_secs: silence }) => ({
    begins: 'recording',
    barredBy: silence === undefined || silence === 0 ? ['recording'] : ['recording', 'transcription'],
  }),
  lateOutputs: {
    'call.recording.saved': whatWasSaved,
    'call.recording.error': ({ reason }) => ({ status: typeof reason === 'string' ? reason : 'failed' }),
    'call.recording.transcription.saved': ({ transcription_text: words }) =>
      typeof words === 'string' ? { transcription: words } : {},
  },
  enter: ({ params }) => leaveOnceAccepted([{ action: 'record_start', params: bodyOf(params) }]),
});

function whatWasSaved(payload: JsonObject): JsonObject {
  const { recording_id, channels, recording_urls, public_recording_urls, ...times } = saved.parse(payload);
  const lastingUrl = public_recording_urls?.mp3 ?? public_recording_urls?.wav;
  return {
    status: 'saved',
    recording_id: recording_id ?? null,
    recording_url: lastingUrl ?? recording_urls?.mp3 ?? recording_urls?.wav ?? null,
    duration_sec: secondsBetween(times.recording_started_at, times.recording_ended_at),
    channels: channels ?? null,
  };
}

function secondsBetween(from: string | null | undefined, until: string | null | undefined): number | null {
  const seconds = Math.round((Date.parse(until ?? '') - Date.parse(from ?? '')) / 1_000);
  return Number.isFinite(seconds) ? seconds : null;
}

import { z } from 'zod';
import { recordingLanguages } from '../../carrier-parameters/recording/recording-languages.ts';
import {
  type Decision,
  defineNode,
  leave,
  type NodeContext,
  type NodeEvent,
  ownEvents,
  wait,
} from '../../definition.ts';
import type { JsonObject } from '../../json.ts';
import { error } from '../parts/exits.ts';
import { promptInWords, saidIn, saying } from '../parts/prompt.ts';
import { MARGIN_MS } from '../parts/speech-length.ts';
import { soundStop } from '../parts/stops.ts';
import { voicemailParams } from './voicemail-params.ts';

/** The file is stored about a second after the end of the recording; a long one may take longer. */
const SAVED_WITHIN_MS = 60_000;

const saved = ['call.recording.saved', 'call.recording.error', ownEvents.refused];
const recordingEnds = ['call.recording.saved', 'call.recording.error'];
const whileRecording = [...saved, 'call.dtmf.received', 'call.hangup'];

const url = z.string().nullish().catch(null);
const urls = z.object({ mp3: url, wav: url }).nullish().catch(null);
const recordingSchema = z.object({
  recording_id: z.string().nullish().catch(null),
  recording_urls: urls,
  public_recording_urls: urls,
  recording_started_at: z.string().nullish().catch(null),
  recording_ended_at: z.string().nullish().catch(null),
  reason: z.string().nullish().catch(null),
});
const refusal = z.object({
  tag: z.string().nullish().catch(null),
  code: z.string().catch(''),
  title: z.string().catch(''),
});
const transcriptSchema = z.object({ transcription_text: z.string() });

const stages = ['greeting', 'recording', 'finished', 'hung up'] as const;

/** What the visit remembers. `sinceMs`: when its own recording began at the earliest, by the carrier's clock. */
const memorySchema = z
  .object({ stage: z.enum(stages), sinceMs: z.number().nullable().catch(null) })
  .catch({ stage: 'recording', sinceMs: null });

type Memory = z.infer<typeof memorySchema>;

/** Earlier versions remembered the stage alone. */
function readMemory(memory: unknown): Memory {
  return memorySchema.parse(typeof memory === 'string' ? { stage: memory } : memory);
}

/** Our clock and the carrier's may differ by so much. */
const CLOCKS_DIFFER_MS = 5_000;

type Context = NodeContext<z.output<typeof voicemailParams>>;

/** Recorded again, nothing of the former message may pass for the new one's. */
const noMessageYet = { recording_url: null, recording_id: null, duration_sec: null, transcription: null };

export const voicemail = defineNode({
  type: 'voicemail',
  title: 'Voicemail',
  help: 'Records a message of the caller. One who hangs up after speaking has left a message too.',
  category: 'record',
  icon: 'record-mail',
  synonyms: ['message', 'mailbox', 'answering machine', 'record', 'beep', 'leave a message'],
  action: 'record_start',
  role: 'step',
  waitsForCaller: true,
  params: voicemailParams,
  defaults: { greeting: { text: 'Please leave a message after the beep.' } },
  exits: () => [
    { id: 'recorded', label: 'Message recorded', kind: 'main' },
    { id: 'too_short', label: 'No message', kind: 'outcome', fallsBackTo: 'no_input' },
    { id: 'hung_up', label: 'Hung up after speaking', kind: 'outcome', elseExit: 'recorded' },
    error,
  ],
  outputs: () => [
    {
      name: 'recording_url',
      title: 'Address of the recording',
      example: 'https://example.com/message.mp3',
    },
    {
      name: 'recording_id',
      title: 'Id of the recording',
      example: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
    },
    { name: 'duration_sec', title: 'Length in seconds', example: 12.5 },
    { name: 'transcription', title: 'What was said', example: 'Please call me back.' },
  ],
  summary: ({ greeting }) => promptInWords(greeting) || 'Records a message',
  lateOutputs: {
    'call.recording.transcription.saved': (payload) => {
      const text = transcriptSchema.safeParse(payload).data?.transcription_text;
      return text === undefined ? {} : { transcription: text };
    },
  },
  sounding: ({ greeting }) => (greeting === undefined ? undefined : 'waits'),
  // Silence is found by the carrier's own transcription, of which there is one at a time.
  background: ({ silence_secs: silence }) => ({
    barredBy: silence === 0 ? ['recording'] : ['recording', 'transcription'],
  }),
  stop: ({ memory }) => {
    const { stage } = readMemory(memory);
    if (stage === 'greeting') return soundStop;
    return { commands: stage === 'recording' ? [recordStop] : [], until: recordingEnds };
  },
  enter(context) {
    const { greeting } = context.params;
    if (greeting === undefined) return record(context, context.nowMs - CLOCKS_DIFFER_MS);
    const { command, ended, withinMs } = saying(context, saidIn(context, greeting));
    return wait([ended], withinMs, {
      commands: [command],
      sounds: true,
      memory: { stage: 'greeting', sinceMs: null },
    });
  },
  handle: (context, event) => steps[event.type]?.(context, event),
});

type Step = (context: Context, event: NodeEvent) => Decision | undefined;

const steps: { readonly [type: string]: Step } = {
  'call.speak.ended': afterGreeting,
  'call.playback.ended': afterGreeting,
  'call.dtmf.received': finish,
  'call.hangup': awaitFile,
  'call.recording.saved': deliver,
  'call.recording.error': fail,
  [ownEvents.refused]: onRefused,
};

const recordStop = { action: 'record_stop', params: {}, tag: 'stop' };

function afterGreeting(context: Context, { occurredAt }: NodeEvent): Decision {
  return record(context, Date.parse(occurredAt));
}

/** A recording that has ended by itself can't be stopped; its file is on its way. */
function onRefused(_context: Context, { payload }: NodeEvent): Decision | undefined {
  const { tag, title, code } = refusal.parse(payload);
  if (tag === 'stop') return undefined;
  return leave('error', { why: `The carrier refused it: ${title} (${code}).` });
}

function record({ params, language }: Context, sinceMs: number): Decision {
  const { beep, max_length_secs: longest, silence_secs: silence, transcribe } = params;
  const spoken = recordingLanguages.find((known) => known === (params.language ?? language));
  const transcript: JsonObject = transcribe
    ? { transcription: true, ...(spoken === undefined ? {} : { transcription_language: spoken }) }
    : {};
  const body = {
    channels: 'single',
    format: 'mp3',
    play_beep: beep,
    max_length: longest,
    ...(silence === 0 ? {} : { timeout_secs: silence }),
    // What the flow says has no place in a message, and neither has the silence around it.
    recording_track: 'inbound',
    trim: 'trim-silence',
    ...transcript,
  };
  return wait(whileRecording, longest * 1_000 + SAVED_WITHIN_MS + MARGIN_MS, {
    commands: [{ action: 'record_start', params: body, tag: 'record' }],
    memory: { stage: 'recording', sinceMs },
    outputs: noMessageYet,
  });
}

/** Any other key belongs to the message. */
function finish({ params, memory }: Context, { payload }: NodeEvent): Decision | undefined {
  if (payload.digit !== params.finish_key) return undefined;
  const finished: Memory = { ...readMemory(memory), stage: 'finished' };
  return wait([...saved, 'call.hangup'], SAVED_WITHIN_MS, { commands: [recordStop], memory: finished });
}

/** The hang-up ends the recording; what was said until then is a message. */
function awaitFile({ memory }: Context, { leg }: NodeEvent): Decision | undefined {
  const hungUp: Memory = { ...readMemory(memory), stage: 'hung up' };
  return leg === 'own' ? wait(saved, SAVED_WITHIN_MS, { memory: hungUp }) : undefined;
}

function deliver({ params, memory }: Context, { payload }: NodeEvent): Decision | undefined {
  const recording = recordingSchema.parse(payload);
  const { stage, sinceMs } = readMemory(memory);
  // The carrier names a recording only when it is saved; one that began earlier is somebody else's.
  if (sinceMs !== null && Date.parse(recording.recording_started_at ?? '') < sinceMs) return undefined;
  const seconds = secondsOf(recording);
  const outputs = {
    recording_url: addressOf(recording.public_recording_urls) ?? addressOf(recording.recording_urls),
    recording_id: recording.recording_id ?? null,
    duration_sec: seconds,
  };
  if (seconds !== null && seconds < params.min_length_secs)
    return leave('too_short', { outputs, why: `The recording lasts ${seconds} s.` });
  return leave(stage === 'hung up' ? 'hung_up' : 'recorded', { outputs });
}

function addressOf(found: z.infer<typeof urls>): string | null {
  return found?.mp3 ?? found?.wav ?? null;
}

function secondsOf({
  recording_started_at: startedAt,
  recording_ended_at: endedAt,
}: z.infer<typeof recordingSchema>): number | null {
  const ms = Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '');
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms / 100) / 10) : null;
}

function fail(_context: Context, { payload }: NodeEvent): Decision {
  const { reason } = recordingSchema.parse(payload);
  return leave('error', { why: `The recording was not saved: ${reason ?? 'the carrier does not say why'}.` });
}

import { uuid } from '../legs/addresses.ts';
import { templated } from '../parts/text.ts';
import { choice, wholeNumber } from '../parts/values.ts';

/** Mono or stereo. */
export const recordedVoices = choice(['single', 'dual']);

/** How a form shows mono and stereo. */
export const recordedVoicesMeta = {
  title: 'Voices in the recording',
  help: 'Keeps both sides apart (stereo) or mixes them (mono).',
  labels: { single: 'Mixed', dual: 'Apart' },
} as const;

/** Format of the file. */
export const recordingFormat = choice(['wav', 'mp3']);

/** How a form shows the format of the file. */
export const recordingFormatMeta = {
  title: 'File format',
  help: 'MP3 files are smaller, WAV files keep every detail.',
} as const;

/** Longest recording in seconds; the carrier's limit differs by action. */
export function recordingLength(max: number) {
  return wholeNumber({ min: 0, max, of: 'seconds' }).optional().meta({
    title: 'Longest recording',
    help: 'The recording stops after this long; the call goes on. 0 means no limit.',
    unit: 's',
    carrierDefault: 0,
    group: 'recording',
  });
}

/** Silence that ends a recording. */
export const recordingSilence = wholeNumber({ min: 0, of: 'seconds' }).optional().meta({
  title: 'Stop after silence',
  help: 'The recording stops after this much silence, once someone has spoken. It uses paid transcription; 0 switches it off.',
  unit: 's',
  carrierDefault: 0,
  group: 'recording',
});

/** Which direction of the call is recorded. */
export const recordedTrack = choice(['both', 'inbound', 'outbound'])
  .optional()
  .meta({
    title: 'Whose voice to record',
    help: 'Records both sides or only one of them.',
    labels: { both: 'Both sides', inbound: 'What comes in', outbound: 'What goes out' },
    carrierDefault: 'both',
    group: 'recording',
  });

/** Silence at the ends of the file. */
export const recordingTrim = choice(['trim-silence'])
  .optional()
  .meta({
    title: 'Cut silence off',
    help: 'Removes the silence at the beginning and at the end of the recording.',
    labels: { 'trim-silence': 'At both ends' },
    group: 'recording',
  });

/** Name of the file, without the time the carrier adds. */
export const recordingFileName = templated({ cure: 'Write a file name of 1 to 40 characters.', max: 40 })
  .optional()
  .meta({
    title: 'File name',
    help: 'The name of the recording; the carrier adds the time to it.',
    example: 'front-desk',
    group: 'recording',
  });

/** Which recording is meant, on `record_stop`, `record_pause` and `record_resume`. */
export const recordingId = uuid().optional().meta({
  title: 'Recording',
  help: 'The id of one recording, where a call has several. Most calls have one: leave it empty.',
  example: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
  group: 'advanced',
});

/** Recording that begins when the call is answered: the same fields on `answer`, `dial`, `transfer` and `bridge`. */
export const recordingFields = {
  record: choice(['record-from-answer'])
    .optional()
    .meta({
      title: 'Record the call',
      help: 'Records from the moment of answering. In many places the caller must be told.',
      labels: { 'record-from-answer': 'From the answer on' },
      group: 'recording',
    }),
  record_channels: recordedVoices
    .optional()
    .meta({ ...recordedVoicesMeta, carrierDefault: 'dual', group: 'recording' }),
  record_format: recordingFormat
    .optional()
    .meta({ ...recordingFormatMeta, carrierDefault: 'mp3', group: 'recording' }),
  record_max_length: recordingLength(43_200),
  record_timeout_secs: recordingSilence,
  record_track: recordedTrack,
  record_trim: recordingTrim,
  record_custom_file_name: recordingFileName,
};

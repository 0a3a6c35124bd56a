import { templated } from './text.ts';
import { choice, wholeNumber } from './values.ts';

/** Recording that begins when the call is answered: the same fields on `answer`, `dial` and `transfer`. */
export const recordingFields = {
  record: choice(['record-from-answer'])
    .optional()
    .meta({
      title: 'Record the call',
      help: 'Records from the moment of answering. In many places the caller must be told.',
      labels: { 'record-from-answer': 'From the answer on' },
      group: 'recording',
    }),
  record_channels: choice(['single', 'dual'])
    .optional()
    .meta({
      title: 'Voices in the recording',
      help: 'Keeps both sides apart (stereo) or mixes them (mono).',
      labels: { single: 'Mixed', dual: 'Apart' },
      carrierDefault: 'dual',
      group: 'recording',
    }),
  record_format: choice(['wav', 'mp3']).optional().meta({
    title: 'File format',
    help: 'MP3 files are smaller, WAV files keep every detail.',
    carrierDefault: 'mp3',
    group: 'recording',
  }),
  record_max_length: wholeNumber({ min: 0, max: 43_200, of: 'seconds' }).optional().meta({
    title: 'Longest recording',
    help: 'The recording stops after this long; the call goes on. 0 means no limit.',
    unit: 's',
    carrierDefault: 0,
    group: 'recording',
  }),
  record_timeout_secs: wholeNumber({ min: 0, of: 'seconds' }).optional().meta({
    title: 'Stop after silence',
    help: 'The recording stops after this much silence, once someone has spoken. It uses paid transcription; 0 switches it off.',
    unit: 's',
    carrierDefault: 0,
    group: 'recording',
  }),
  record_track: choice(['both', 'inbound', 'outbound'])
    .optional()
    .meta({
      title: 'Whose voice to record',
      help: 'Records both sides or only one of them.',
      labels: { both: 'Both sides', inbound: 'What comes in', outbound: 'What goes out' },
      carrierDefault: 'both',
      group: 'recording',
    }),
  record_trim: choice(['trim-silence'])
    .optional()
    .meta({
      title: 'Cut silence off',
      help: 'Removes the silence at the beginning and at the end of the recording.',
      labels: { 'trim-silence': 'At both ends' },
      group: 'recording',
    }),
  record_custom_file_name: templated({ cure: 'Write a file name of 1 to 40 characters.', max: 40 })
    .optional()
    .meta({
      title: 'File name',
      help: 'The name of the recording; the carrier adds the time to it.',
      example: 'front-desk',
      group: 'recording',
    }),
};

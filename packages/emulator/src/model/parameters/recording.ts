import { flag, integer, matching, oneOf, required, text } from './row.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Of record_start. The 245 languages of a transcript change with its providers: any text passes. */
export const recordingSettings = {
  channels: required(oneOf(['single', 'dual'], { code: '90001' })),
  custom_file_name: text({ min: 1, max: 40 }),
  format: required(oneOf(['wav', 'mp3'], { code: '90000' })),
  max_length: integer({ min: 0, max: 14_400 }),
  play_beep: flag(),
  recording_track: oneOf(['both', 'inbound', 'outbound'], { code: '90059' }),
  timeout_secs: integer({ min: 0, code: '90028' }),
  transcription: flag(),
  transcription_engine: oneOf(['A', 'B', 'deepgram/nova-3']),
  transcription_language: text({ min: 1 }),
  transcription_max_speaker_count: integer(),
  transcription_min_speaker_count: integer(),
  transcription_profanity_filter: flag(),
  transcription_speaker_diarization: flag(),
  trim: oneOf(['trim-silence']),
};

/** Of the commands to a recording that runs. */
export const recordingNamed = {
  recording_id: matching(uuid, { code: '10006', expects: 'a UUID' }),
};

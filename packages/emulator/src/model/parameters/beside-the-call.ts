import { flag, integer, list, object, oneOf, text } from './row.ts';

const codecs = ['PCMU', 'PCMA', 'G722', 'OPUS', 'AMR-WB', 'L16'] as const;

/** What answer, bridge, dial and transfer may ask for: a recording that begins with the answer. */
export const recordedFromAnswer = {
  record: oneOf(['record-from-answer']),
  record_channels: oneOf(['single', 'dual']),
  record_custom_file_name: text({ min: 1, max: 40 }),
  record_format: oneOf(['wav', 'mp3']),
  record_max_length: integer({ min: 0, max: 43_200 }),
  record_timeout_secs: integer({ min: 0, code: '90049' }),
  record_track: oneOf(['both', 'inbound', 'outbound']),
  record_trim: oneOf(['trim-silence']),
};

/**
 * What answer, dial and transfer may ask for beside the call itself: a recording, and headers, which the emulator
 * checks and leaves undone.
 */
export const besideTheCall = {
  ...recordedFromAnswer,
  custom_headers: list(),
  preferred_codecs: text(),
  sip_headers: list(),
  sound_modifications: object(),
};

/** What answer and dial may start together with the call; checked, and left undone. */
export const startedWithTheCall = {
  assistant: object(),
  billing_group_id: text(),
  conversation_relay_config: object(),
  deepfake_detection: object(),
  send_silence_when_idle: flag(),
  stream_bidirectional_codec: oneOf(codecs),
  stream_bidirectional_mode: oneOf(['mp3', 'rtp']),
  stream_bidirectional_target_legs: oneOf(['both', 'self', 'opposite']),
  stream_codec: oneOf([...codecs, 'default']),
  stream_track: oneOf(['inbound_track', 'outbound_track', 'both_tracks']),
  stream_url: text({ max: 2000 }),
  transcription: flag(),
  transcription_config: object(),
};

/** A limit in seconds as ms, where 0 and nothing are no limit. */
export function limitMs(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined || seconds === 0 ? null : seconds * 1000;
}

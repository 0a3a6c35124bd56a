import { flag, integer, list, object, oneOf, text } from './row.ts';

const codecs = ['PCMU', 'PCMA', 'G722', 'OPUS', 'AMR-WB', 'L16'] as const;

/**
 * What answer, dial and transfer may ask for beside the call itself: recording, streaming, headers. The emulator
 * checks it and leaves it undone.
 */
export const besideTheCall = {
  custom_headers: list(),
  preferred_codecs: text(),
  record: oneOf(['record-from-answer']),
  record_channels: oneOf(['single', 'dual']),
  record_custom_file_name: text({ min: 1, max: 40 }),
  record_format: oneOf(['wav', 'mp3']),
  record_max_length: integer({ min: 0, max: 43_200 }),
  record_timeout_secs: integer({ min: 0 }),
  record_track: oneOf(['both', 'inbound', 'outbound']),
  record_trim: oneOf(['trim-silence']),
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

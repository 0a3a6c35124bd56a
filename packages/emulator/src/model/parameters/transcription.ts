import { object, oneOf } from './row.ts';

// biome-ignore format: a list of names reads better in rows
const engines = [
  'Google', 'Telnyx', 'Deepgram', 'Azure', 'xAI', 'AssemblyAI', 'Speechmatics', 'Soniox', 'Parakeet', 'Humain',
  'Reson8', 'Cohere', 'A', 'B',
] as const;

/** Of transcription_start. What the configuration may hold differs by engine. */
export const transcriptionSettings = {
  transcription_engine: oneOf(engines),
  transcription_engine_config: object(),
  transcription_tracks: oneOf(['inbound', 'outbound', 'both']),
};

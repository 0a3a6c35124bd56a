import { z } from 'zod';
import { transcriptionEngineConfig } from './transcription-engines.ts';
import { transcriptionEngine, transcriptionTracks } from './transcription.ts';

/** Parameters of `transcription_start`; the engine adds `client_state` and `command_id`. */
export const transcriptionStartParams = z.object({
  transcription_engine: transcriptionEngine.meta({ group: 'main' }),
  transcription_tracks: transcriptionTracks.meta({ group: 'main' }),
  transcription_engine_config: transcriptionEngineConfig.meta({ group: 'listening' }),
});

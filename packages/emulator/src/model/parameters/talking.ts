import type { Refusal } from '../errors.ts';
import { itemRefusals, memberRefusals } from './check.ts';
import { flag, isString, list, object, oneOf, required, text } from './row.ts';
import { isNameless, voiceSettings } from './voice.ts';

// biome-ignore format: a list of names reads better in rows
const sttModels = [
  'deepgram/flux', 'flux', 'deepgram/nova-3', 'deepgram/nova-2', 'speechmatics/standard', 'speechmatics/enhanced',
  'assemblyai/universal-3-5-pro', 'assemblyai/universal-streaming', 'xai/grok-stt', 'soniox/stt-rt-v4',
  'nvidia/parakeet-v3', 'omi-health/omi-med-stt-v1', 'humain/realtime', 'reson8/turns', 'cohere/ar-stt',
  'azure/fast', 'azure/realtime', 'google/latest_long', 'distil-whisper/distil-large-v2',
  'openai/whisper-large-v3-turbo',
] as const;

/** What gather_using_ai and ai_assistant_start share. */
export const talking = {
  assistant: object(),
  greeting: text({ max: 3000 }),
  interruption_settings: object(),
  send_message_history_updates: flag(),
  transcription: object(),
  voice: text({ min: 1, code: '90012' }),
  voice_settings: voiceSettings,
};

type Talking = {
  readonly interruption_settings: Record<string, unknown> | null | undefined;
  readonly transcription: Record<string, unknown> | null | undefined;
  readonly voice: string | null | undefined;
};

/** Reasons against what is inside the parameters that assistants share. */
export function talkingRefusals({ interruption_settings, transcription, voice }: Talking): Refusal[] {
  return [
    ...memberRefusals('interruption_settings', interruption_settings, { enable: flag() }),
    ...memberRefusals('transcription', transcription, { language: text(), model: oneOf(sttModels) }),
    ...namelessVoice(voice),
  ];
}

// A Telnyx sample notes that the two nameless voices are not for assistants.
function namelessVoice(voice: string | null | undefined): Refusal[] {
  if (!isString(voice) || !isNameless(voice)) return [];
  return [
    { code: '90012', detail: `The voice '${voice}' can't be used by an assistant.`, pointer: '/voice' },
  ];
}

/** An assistant written down in the command, as gather_using_ai wants it. */
export const inlineAssistant = {
  instructions: text(),
  model: text(),
  openai_api_key_ref: text(),
  tools: list(),
};

/** An assistant stored at the carrier, with what shall be different in this call. */
export const storedAssistant = {
  ...inlineAssistant,
  dynamic_variables: object(),
  external_llm: object(),
  fallback_config: object(),
  greeting: text({ max: 3000 }),
  id: required(text({ min: 1 })),
  llm_api_key_ref: text(),
  mcp_servers: list(),
  name: text(),
  observability_settings: object(),
};

/** Somebody else on another leg who takes part in a conversation. */
export const participant = {
  id: required(text({ min: 1 })),
  name: text(),
  on_hangup: oneOf(['continue_conversation', 'end_conversation']),
  role: required(oneOf(['user'])),
};

export function participantsRefusals(participants: unknown): Refusal[] {
  return itemRefusals('participants', participants, () => participant);
}

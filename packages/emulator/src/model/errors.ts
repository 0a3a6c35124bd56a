import type { Json, JsonObject } from './json.ts';

/** What the HTTP API answers. */
export type Reply = { status: number; body: JsonObject };

export type Refusal = { code: string; detail: string; pointer: string | null };

const titles: Record<string, string> = {
  '10004': 'Missing required parameter',
  '10005': 'Resource not found',
  '10006': 'Invalid ID',
  '10009': 'Authentication failed',
  '10015': 'Bad Request',
  '10016': 'Phone number must be in +E.164 format',
  '10023': 'Invalid JSON',
  '10025': 'String length out of range',
  '10026': 'Invalid parameter type',
  '10029': 'Expected JSON Content-Type',
  '10030': 'Method not allowed',
  '10032': 'Invalid enumerated value',
  '10033': 'Value outside of range',
  '40302': 'Message too large',
  '40305': "Invalid 'from' address",
  '40310': "Invalid 'to' address",
  '40316': 'No content provided for message',
  '40317': 'Invalid MMS content',
  '90000': 'Invalid value for format',
  '90001': 'Invalid value for channels',
  '90007': 'Invalid value for terminating_digit',
  '90008': 'Invalid value for valid_digits',
  '90009': 'Invalid value for loop',
  '90010': 'Invalid value for payload',
  '90011': 'Invalid value for payload_type',
  '90012': 'Invalid value for voice',
  '90013': 'Invalid value for language',
  '90014': 'Invalid value for digits',
  '90015': 'Invalid Call Control ID',
  '90016': 'Invalid value for stop',
  '90017': 'Invalid value for client_state',
  '90018': 'Call has already ended',
  '90022': 'Invalid value for minimum_digits',
  '90023': 'Invalid value for maximum_digits',
  '90024': 'Invalid value for maximum_tries',
  '90025': 'Invalid value for timeout_millis',
  '90026': 'Invalid value for inter_digit_timeout_millis',
  '90027': 'Invalid value for duration_millis',
  '90028': 'Invalid value for timeout_secs',
  '90029': 'Invalid value for time_limit_secs',
  '90030': 'Invalid value for service_level',
  '90033': 'Unable to execute command',
  '90034': 'Call not answered yet',
  '90035': 'Call not in queue',
  '90036': 'Queue full',
  '90037': 'Queue max_size cannot be modified',
  '90038': 'Call already in queue',
  '90049': 'Invalid value for record_timeout_secs',
  '90053': "Call recording triggered with 'timeout_secs' while transcribing",
  '90054': 'Call Transcription is already in progress',
  '90055': 'Call transcription can not be stopped',
  '90056': 'Invalid value for initial_timeout_millis',
  '90057': 'Invalid call control event type for webhook_urls',
  '90059': 'Invalid value for recording_track',
  '90061': 'AI Assistant is already in progress',
  '90102': 'Command is invalid',
};

/** 200 with `{"data":{"result":"ok"}}` and whatever else the action promises: accepted, not done. */
export function ok(fields: JsonObject = {}): Reply {
  return { status: 200, body: { data: { result: 'ok', ...fields } } };
}

/** An answer in the carrier's error envelope, one entry for each refusal. */
export function refused(status: number, refusals: readonly Refusal[]): Reply {
  return { status, body: { errors: refusals.map(toError) } };
}

/** A single refusal that no parameter is to blame for. */
export function refusedWith(status: number, code: string, detail: string): Reply {
  return refused(status, [{ code, detail, pointer: null }]);
}

function toError({ code, detail, pointer }: Refusal): Json {
  const error: JsonObject = { code, title: titles[code] ?? 'Bad Request', detail };
  if (pointer !== null) error['source'] = { pointer };
  return error;
}

import { recordedFromAnswer } from './beside-the-call.ts';
import { flag, matching, oneOf, text } from './row.ts';

// biome-ignore format: a list of countries reads better in rows
const countries = [
  'at', 'au', 'be', 'bg', 'br', 'ch', 'cl', 'cn', 'cz', 'de', 'dk', 'ee', 'es', 'fi', 'fr', 'gr', 'hu', 'il', 'in',
  'it', 'jp', 'lt', 'mx', 'my', 'nl', 'no', 'nz', 'ph', 'pl', 'pt', 'ru', 'se', 'sg', 'th', 'tw', 'uk', 'us-old',
  'us', 've', 'za',
] as const;

/** Of bridge. The specification marks `call_control_id` required, the documentation bridges by `queue` alone. */
export const bridging = {
  ...recordedFromAnswer,
  call_control_id: text({ min: 1, code: '90015' }),
  hold_after_unbridge: flag(),
  mute_dtmf: oneOf(['none', 'both', 'self', 'opposite']),
  park_after_unbridge: oneOf(['self']),
  play_ringtone: flag(),
  prevent_double_bridge: flag(),
  queue: text({ min: 1 }),
  ringtone: oneOf(countries),
  video_room_context: text(),
  video_room_id: matching(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, {
    code: '10006',
    expects: 'a UUID',
  }),
};

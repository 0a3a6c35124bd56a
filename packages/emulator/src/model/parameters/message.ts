import { checked, flag, oneOf, required, text } from './row.ts';

const phoneNumber = /^\+[1-9]\d{1,14}$/;
const shortCode = /^\d{3,8}$/;
const senderName = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/;
const mostMedia = 10;

const isReceiver = (value: unknown): value is string =>
  typeof value === 'string' && (phoneNumber.test(value) || shortCode.test(value));

// "Either an array of length one, or a single string", the error's own page says.
const isOneReceiver = (value: unknown): value is string | string[] =>
  isReceiver(value) || (Array.isArray(value) && value.length === 1 && value.every(isReceiver));

const isSender = (value: unknown): value is string => isReceiver(value) || isSenderName(value);

/** Whether a sender shows as a name, which needs a messaging profile. */
export function isSenderName(value: unknown): value is string {
  return typeof value === 'string' && senderName.test(value);
}

const isMedia = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= mostMedia && value.every((url) => typeof url === 'string');

/** Of POST /messages, with the codes that belong to messages alone. */
export const message = {
  auto_detect: flag(),
  encoding: oneOf(['auto', 'gsm7', 'ucs2']),
  from: checked(isSender, {
    code: '40305',
    expects: 'a valid phone number or alphanumeric sender ID of the messaging profile',
  }),
  media_urls: checked(isMedia, { code: '40317', expects: `an array of up to ${mostMedia} URLs` }),
  messaging_profile_id: text({ min: 1 }),
  send_at: text({ min: 1 }),
  subject: text(),
  text: text(),
  to: required(checked(isOneReceiver, { code: '40310', expects: 'a single valid number' })),
  type: oneOf(['SMS', 'MMS']),
  use_profile_webhooks: flag(),
  webhook_failover_url: text(),
  webhook_url: text(),
};

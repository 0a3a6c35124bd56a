import type { Refusal } from '../errors.ts';
import { besideTheCall } from './beside-the-call.ts';
import { clientState } from './every-command.ts';
import { type AskedDetection, machineDetection, machineDetectionRefusals } from './machine-detection.ts';
import { checked, flag, integer, matching, oneOf, required, text } from './row.ts';
import { type Recorded, recording, recordingRefusals } from './sounds.ts';
import { webhookTarget } from './webhook-target.ts';

const phoneNumber = /^\+[1-9]\d{1,14}$/;
const destinationForm = /^(?:\+[1-9]\d{1,14}(?:,[0-9A-D*#wW]{1,64})?|sips?:[^\s@]+@[^\s@]+)$/i;

export const isDestination = (value: unknown): value is string =>
  typeof value === 'string' && destinationForm.test(value);

const expects = 'a phone number in +E.164 format';

/** The number to ring, without the digits to be sent after the answer (`+13125550100,42`). */
export function numberToRing(destination: string): string {
  return destination.split(',')[0] ?? destination;
}

export const from = matching(phoneNumber, { code: '10016', expects });
export const to = required(checked(isDestination, { code: '10016', expects: `${expects} or a SIP URI` }));
const timeLimitSecs = integer({ min: 30, max: 14_400, code: '90029' });

/** What dial and transfer share. */
export const newLeg = {
  ...besideTheCall,
  ...machineDetection,
  ...recording,
  ...webhookTarget,
  from_display_name: text({ max: 128 }),
  media_encryption: oneOf(['disabled', 'SRTP', 'DTLS']),
  park_after_unbridge: oneOf(['self']),
  privacy: oneOf(['id', 'none']),
  send_digits_on_answer: matching(/^[0-9A-D*#wW]{0,64}$/, {
    code: '90014',
    expects: 'made of 0-9 A-D * # w W',
  }),
  sip_auth_password: text(),
  sip_auth_username: text(),
  sip_region: oneOf(['US', 'Europe', 'Canada', 'Australia', 'Middle East']),
  sip_transport_protocol: oneOf(['UDP', 'TCP', 'TLS']),
  time_limit_secs: timeLimitSecs,
  timeout_secs: integer({ min: 5, max: 600, code: '90028' }),
};

/** What of it does not go together, or is wrong inside. */
export function newLegRefusals(values: Recorded & AskedDetection): Refusal[] {
  return [...recordingRefusals(values), ...machineDetectionRefusals(values)];
}

/** Of transfer alone: the state of the leg it makes. */
export const targetLeg = {
  target_leg_client_state: clientState,
  early_media: flag(),
  mute_dtmf: oneOf(['none', 'both', 'self', 'opposite']),
};

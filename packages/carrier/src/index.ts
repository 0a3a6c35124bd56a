export type { CallStatus, Carrier, CarrierCommand, CommandOutcome, ErrorClass, Refusal } from './port.ts';
export { createTelnyxCarrier, type TelnyxCarrierOptions } from './telnyx/client.ts';
export { CarrierConfigurationError } from './telnyx/configuration-error.ts';
export { commandIdLifeMs, isRepeatable } from './telnyx/endpoints.ts';
export { classify, errorClasses } from './telnyx/errors.ts';
export {
  type EventPayload,
  isKnownEventType,
  type KnownEventType,
  normalisePayload,
  payloadSchemas,
} from './telnyx/events.ts';
export {
  createSignatureCheck,
  type HeaderFault,
  headerFault,
  type SignatureCheck,
  type SignatureVerdict,
  type VerifiedWebhook,
  type WebhookHeaders,
} from './telnyx/signature.ts';
export { explainV1Request, type ParsedWebhook, parseWebhook } from './telnyx/webhook.ts';

import * as gatherline from '@gatherline/carrier';

export function createReceiver(publicKey: string, options: gatherline.TelnyxCarrierOptions) {
  const check = gatherline.createSignatureCheck(publicKey);
  const carrier = gatherline.createTelnyxCarrier(options);
  return async (headers: gatherline.WebhookHeaders, rawBody: Buffer) => {
    const verdict = check(headers, rawBody, Date.now());
    const webhook = verdict.ok ? gatherline.parseWebhook(verdict.webhook) : null;
    if (webhook?.kind !== 'event' || webhook.event.type !== 'call.initiated') return null;
    const { call_control_id: callControlId } = webhook.event.payload;
    if (typeof callControlId !== 'string') return null;
    return carrier.send({ action: 'answer', callControlId, commandId: webhook.event.id, body: {} });
  };
}

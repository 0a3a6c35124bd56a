import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@gatherline/flow';

/** A webhook as the carrier sends it, about leg `v3:caller` unless the payload says otherwise. */
export function webhook(type: string, payload: JsonObject = {}, id: string = randomUUID()) {
  return {
    data: {
      record_type: 'event',
      event_type: type,
      id,
      occurred_at: new Date().toISOString(),
      payload: {
        call_control_id: 'v3:caller',
        call_leg_id: 'leg-1',
        call_session_id: 'session-1',
        client_state: null,
        connection_id: '7',
        from: '+13125550142',
        to: '+13125550100',
        ...payload,
      },
    },
    meta: { attempt: 1, delivered_to: 'https://example.com/webhooks/telnyx' },
  };
}

/** Somebody calls. */
export function arrival(payload: JsonObject = {}, id?: string) {
  return webhook('call.initiated', { direction: 'incoming', state: 'parked', ...payload }, id);
}

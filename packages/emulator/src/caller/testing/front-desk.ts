import type { Command } from '../../model/commands.ts';
import type { JsonObject } from '../../model/json.ts';
import type { WebhookDraft } from '../../model/webhooks.ts';

const voice = 'Telnyx.KokoroTTS.af';

const patientForm = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'Your name' },
    age: { type: 'integer', description: 'Your age' },
  },
  required: ['name', 'age'],
};

/** A small application to call: a menu, a form filled by voice, and a colleague. It keeps nothing. */
export function frontDesk({ event_type: type, payload }: WebhookDraft['data']): Command[] {
  const callControlId = textIn(payload, 'call_control_id');
  const toDo = (action: string, body: Command['body'] = {}): Command[] => [{ action, callControlId, body }];
  const say = (words: string, state: string) =>
    toDo('speak', { payload: words, voice, client_state: Buffer.from(state).toString('base64') });

  if (payload['direction'] === 'outgoing') return [];
  if (type === 'call.initiated')
    return toDo('answer', { client_state: Buffer.from('front').toString('base64') });
  if (payload['client_state'] === null) return [];
  const state = Buffer.from(textIn(payload, 'client_state'), 'base64').toString();
  if (type === 'call.answered') {
    const menu = 'Welcome. Press 1 for a form, 2 for a colleague.';
    const settings = { valid_digits: '12', maximum_digits: 1, timeout_millis: 5000, maximum_tries: 2 };
    return toDo('gather_using_speak', {
      payload: menu,
      invalid_payload: 'That is no choice.',
      voice,
      ...settings,
    });
  }
  if (type === 'call.gather.ended') {
    if (payload['digits'] === '1') return toDo('gather_using_ai', { parameters: patientForm });
    if (payload['digits'] === '2')
      return toDo('transfer', { to: '+13125550199', park_after_unbridge: 'self' });
    return payload['status'] === 'call_hangup' ? [] : say('We heard nothing. Goodbye.', 'bye');
  }
  if (type === 'call.ai_gather.ended' && payload['status'] === 'valid') {
    return say(`Thank you, ${JSON.stringify(payload['result'])}.`, 'bye');
  }
  return type === 'call.speak.ended' && state === 'bye' ? toDo('hangup') : [];
}

/** A text of a payload; empty when it has none of that name. */
export function textIn(payload: JsonObject, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}

import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createDesk, line, voice } from './testing/desk.ts';

const good: Record<string, Record<string, unknown>> = {
  answer: {},
  speak: { payload: 'Hello.', voice },
  playback_start: { media_name: 'hello' },
  playback_stop: {},
  gather: {},
  gather_using_speak: { payload: 'Press one.', voice },
  gather_using_audio: { media_name: 'menu' },
  gather_using_ai: { parameters: { type: 'object', properties: {} } },
  ai_assistant_start: { assistant: { id: 'assistant-1' } },
  ai_assistant_stop: {},
  ai_assistant_join: { conversation_id: 'talk-1', participant: { id: 'v3:x', role: 'user' } },
  ai_assistant_add_messages: { messages: [{ role: 'user', content: 'Hello.' }] },
  transfer: { to: colleague },
  dial: { connection_id: '28', from: line, to: colleague },
  reject: { cause: 'USER_BUSY' },
  hangup: {},
  client_state_update: { client_state: 'YQ==' },
};

function refusalOf(action: string, bad: Record<string, unknown>) {
  const desk = createDesk();
  const id = action === 'answer' || action === 'reject' ? desk.dialIn() : desk.answeredCall();
  desk.forget();
  const reply = desk.command(action, action === 'dial' ? null : id, { ...good[action], ...bad });
  expect(desk.types()).toEqual([]);
  return reply;
}

const tooLong = 'x'.repeat(3001);
const digitForms = ['gather', 'gather_using_speak', 'gather_using_audio'];

describe('a parameter out of range', () => {
  it.each([
    ...digitForms.flatMap((action) => [
      [action, 'minimum_digits', [0, 129, 1.5, '1'], '90022'] as const,
      [action, 'maximum_digits', [0, 129, -1, true], '90023'] as const,
      [action, 'timeout_millis', [0, 120_001, 'soon'], '90025'] as const,
      [action, 'inter_digit_timeout_millis', [0, 120_001], '90026'] as const,
      [action, 'terminating_digit', ['', '##', 'A', 5], '90007'] as const,
      [action, 'valid_digits', ['', '12A', 12], '90008'] as const,
      [action, 'client_state', ['not base64!', 'YQ', 5], '90017'] as const,
    ]),
    ['gather', 'initial_timeout_millis', [0, 120_001], '90056'],
    ['gather', 'gather_id', ['', 'x'.repeat(41)], '10025'],
    ['gather_using_speak', 'maximum_tries', [0, 129], '90024'],
    ['gather_using_audio', 'maximum_tries', [0, 129], '90024'],
    ['gather_using_speak', 'invalid_payload', [tooLong], '10025'],
    ['speak', 'payload', ['', tooLong, 5], '90010'],
    ['speak', 'payload_type', ['html'], '90011'],
    ['speak', 'voice', ['', 5], '90012'],
    ['speak', 'language', ['tlh'], '90013'],
    ['speak', 'service_level', ['gold'], '90030'],
    ['speak', 'loop', [0, 101, 1.5, 'forever'], '90009'],
    ['speak', 'stop', ['now'], '90016'],
    ['speak', 'target_legs', ['everyone'], '10032'],
    ['speak', 'voice_settings', [{}, 'fast'], '10026'],
    ['speak', 'command_id', [5], '10026'],
    ['playback_start', 'loop', [0, 101], '90009'],
    ['playback_start', 'audio_type', ['ogg'], '10032'],
    ['playback_start', 'overlay', ['yes'], '10026'],
    ['playback_stop', 'stop', ['some'], '90016'],
    ['gather_using_ai', 'parameters', ['name', []], '10026'],
    ['gather_using_ai', 'greeting', [tooLong], '10025'],
    ['gather_using_ai', 'user_response_timeout_ms', [0], '10033'],
    ['gather_using_ai', 'message_history', [[{ role: 'system', content: 'x' }], 'x'], '10032'],
    ['gather_using_ai', 'send_partial_results', ['yes'], '10026'],
    ['gather_using_ai', 'voice', ['female'], '90012'],
    ['ai_assistant_start', 'assistant', ['assistant-1', []], '10026'],
    ['ai_assistant_start', 'greeting', [tooLong], '10025'],
    ['ai_assistant_start', 'interruption_settings', [true], '10026'],
    ['ai_assistant_start', 'message_history', [{}], '10026'],
    ['ai_assistant_start', 'participants', ['v3:x'], '10026'],
    ['ai_assistant_start', 'send_message_history_updates', ['yes'], '10026'],
    ['ai_assistant_start', 'transcription', ['en'], '10026'],
    ['ai_assistant_start', 'voice', ['', 'male'], '90012'],
    ['ai_assistant_start', 'voice_settings', [{}], '10026'],
    ['ai_assistant_stop', 'client_state', ['%'], '90017'],
    ['ai_assistant_add_messages', 'messages', ['Hello.'], '10026'],
    ['ai_assistant_add_messages', 'trigger_response', [1], '10026'],
    ['transfer', 'to', ['0123', '+0123', 'ann', 5], '10016'],
    ['transfer', 'from', ['anonymous', '3125550100'], '10016'],
    ['transfer', 'timeout_secs', [4, 601], '90028'],
    ['transfer', 'time_limit_secs', [29, 14_401], '90029'],
    ['transfer', 'target_leg_client_state', ['%'], '90017'],
    ['transfer', 'park_after_unbridge', ['other'], '10032'],
    ['transfer', 'webhook_urls', [{ 'call.sang': 'https://example.com' }], '90057'],
    ['transfer', 'send_digits_on_answer', ['12x'], '90014'],
    ['dial', 'to', ['0123', [], ['0123']], '10016'],
    ['dial', 'from', ['anonymous'], '10016'],
    ['dial', 'connection_id', ['', 28], '10015'],
    ['dial', 'timeout_secs', [4], '90028'],
    ['dial', 'record_max_length', [43_201], '10033'],
    ['answer', 'record', ['always'], '10032'],
    ['reject', 'cause', ['BORED'], '10032'],
    ['client_state_update', 'client_state', ['%'], '90017'],
  ] as const)('of %s, %s, is refused with its own code and pointer', (action, name, values, code) => {
    for (const value of values) {
      const { status, body } = refusalOf(action, { [name]: value });
      expect({ value, status, body }).toMatchObject({
        value,
        status: 422,
        body: { errors: [{ code, source: { pointer: `/${name}` } }] },
      });
    }
  });
});

describe('a required parameter', () => {
  it.each([
    ['speak', 'payload'],
    ['speak', 'voice'],
    ['gather_using_speak', 'payload'],
    ['gather_using_speak', 'voice'],
    ['gather_using_ai', 'parameters'],
    ['ai_assistant_join', 'conversation_id'],
    ['ai_assistant_join', 'participant'],
    ['transfer', 'to'],
    ['dial', 'to'],
    ['dial', 'from'],
    ['dial', 'connection_id'],
    ['reject', 'cause'],
    ['client_state_update', 'client_state'],
  ])('of %s, %s, is refused with 10004 when it is missing or null', (action, name) => {
    for (const missing of [undefined, null]) {
      expect(refusalOf(action, { [name]: missing })).toMatchObject({
        status: 422,
        body: { errors: [{ code: '10004', source: { pointer: `/${name}` } }] },
      });
    }
  });

  it('may be one of several recordings, but not two at once', () => {
    for (const action of ['playback_start', 'gather_using_audio']) {
      expect(codesOf(refusalOf(action, { media_name: null }))).toEqual(['10004']);
      expect(codesOf(refusalOf(action, { audio_url: 'https://example.com/a.mp3' }))).toEqual(['10015']);
    }
  });
});

describe('a body', () => {
  it('is refused with every reason at once', () => {
    const reply = refusalOf('gather', { minimum_digits: 0, maximum_digits: 0 });
    expect(new Set(codesOf(reply))).toEqual(new Set(['90022', '90023']));
  });

  // That of ai_assistant_join names a conversation that is running, and has a test of its own.
  it.each(Object.keys(good).filter((action) => action !== 'ai_assistant_join'))(
    'of %s that is good is accepted, with parameters nobody knows',
    (action) => {
      const desk = createDesk();
      const id = action === 'answer' || action === 'reject' ? desk.dialIn() : desk.answeredCall();
      const body = { ...good[action], brand_new: true, client_state: 'YQ==' };
      if (action === 'ai_assistant_add_messages') desk.does('ai_assistant_start', id);
      expect(desk.command(action, action === 'dial' ? null : id, body)).toMatchObject({ status: 200 });
    },
  );

  it('may not ask of the basic service level what it can’t do', () => {
    expect(codesOf(refusalOf('speak', { service_level: 'basic', payload_type: 'ssml' }))).toEqual(['90011']);
    expect(codesOf(refusalOf('speak', { service_level: 'basic', language: 'de-DE' }))).toEqual(['90013']);
    expect(codesOf(refusalOf('speak', { voice: 'female', language: 'de-DE' }))).toEqual(['90012']);
    createDesk().does('dial', null, { ...good['dial'], to: 'sip:ann@example.com' });
  });
});

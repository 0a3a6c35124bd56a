import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { base64, codesOf, colleague, createDesk, voice } from './testing/desk.ts';

const assistant = { id: 'assistant-d9082b56', instructions: 'Help with bookings.' };
const ended = ['call.conversation.ended', 'call.conversation_insights.generated'];

function talking(body: Record<string, unknown> = {}, script = {}) {
  const desk = createDesk({ script });
  const id = desk.answeredCall();
  const reply = desk.does('ai_assistant_start', id, { assistant, ...body });
  return {
    desk,
    id,
    reply,
    says: (text: string, fills?: JsonObject) => {
      desk.pass(4000);
      desk.act(id, { kind: 'say', text, fills });
    },
    adds: (messages: Record<string, string>[], more: Record<string, unknown> = {}) =>
      desk.does('ai_assistant_add_messages', id, { messages, ...more }),
  };
}

describe('ai_assistant_start', () => {
  it('greets, repeats what the caller says, and ends when the caller says good-bye', () => {
    const { desk, id, says } = talking({ greeting: 'This is the clinic. How can I help?' });
    says('I want to move my appointment');
    says('Is Friday possible?');
    says('Thank you, bye!');
    expect(desk.types()).toEqual([]);
    desk.pass(10_000);
    expect(desk.said(id)).toEqual([
      'This is the clinic. How can I help?',
      'You said: I want to move my appointment.',
      'You said: Is Friday possible?',
      'Goodbye.',
    ]);
    expect(desk.heard()[0]).toMatchObject({ kind: 'assistant', action: 'ai_assistant_start', voice });
    expect(desk.types()).toEqual(ended);
    expect(desk.leg(id).endedAtMs).toBeNull();
  });

  it('tells all of the conversation when it is over', () => {
    const { desk, id, reply } = talking({
      client_state: base64('talk'),
      voice: 'ElevenLabs.eleven_multilingual_v2.Rachel',
      assistant: { ...assistant, model: 'openai/gpt-4o' },
      transcription: { model: 'deepgram/nova-3', language: 'en' },
    });
    desk.pass(7000);
    desk.does('ai_assistant_stop', id);
    const payload = desk.payload('call.conversation.ended');
    expect(reply).toEqual({ data: { result: 'ok', conversation_id: payload['conversation_id'] } });
    expect(payload).toMatchObject({
      assistant_id: assistant.id,
      call_control_id: id,
      calling_party_type: 'pstn',
      client_state: base64('talk'),
      duration_sec: 7,
      llm_model: 'openai/gpt-4o',
      reason: null,
      stt_model: 'deepgram/nova-3',
      tts_model_id: 'eleven_multilingual_v2',
      tts_provider: 'elevenlabs',
      tts_voice_id: 'Rachel',
    });
  });

  it('sends insights a little later, which sum up what the caller said', () => {
    const { desk, id, says } = talking();
    says('I lost my card');
    desk.does('ai_assistant_stop', id);
    expect(desk.types()).toEqual(['call.conversation.ended']);
    expect(desk.nextDueInMs()).toBe(3000);
    desk.pass(3000);
    expect(desk.payload('call.conversation_insights.generated')).toMatchObject({
      insight_group_id: expect.any(String),
      results: [{ insight_id: expect.any(String), result: 'The caller said: I lost my card.' }],
    });
  });

  it('says the greeting of the assistant itself when the command has none, and nothing when there is none', () => {
    const stored = talking({ assistant: { ...assistant, greeting: 'Good morning.' } });
    expect(stored.desk.said(stored.id)).toEqual(['Good morning.']);
    const mute = talking();
    mute.says('Hello?');
    expect(mute.desk.said(mute.id)).toEqual(['You said: Hello?']);
  });

  it('waits for the caller without an end, and for no longer than the call', () => {
    const { desk } = talking({ greeting: 'Hello.' });
    desk.pass(14_399_999);
    expect(desk.types()).toEqual([]);
    desk.pass(1);
    expect(desk.types()).toEqual(['call.hangup']);
  });

  it('leaves keys to whoever gathers them', () => {
    const { desk, id } = talking({ greeting: 'Hello.' });
    desk.act(id, { kind: 'press', digits: '1' });
    expect(desk.types()).toEqual(['call.dtmf.received']);
    expect(desk.heard().map(({ kind }) => kind)).toEqual(['assistant']);
  });

  it('is interrupted by the caller, unless it may not be', () => {
    const open = talking({ greeting: 'This is the clinic.' });
    open.desk.pass(200);
    open.desk.act(open.id, { kind: 'say', text: 'Hello' });
    expect(open.desk.heard()[1]).toMatchObject({ kind: 'cut', afterMs: 200 });
    const strict = talking({ greeting: 'This is the clinic.', interruption_settings: { enable: false } });
    strict.desk.act(strict.id, { kind: 'say', text: 'Hello' });
    expect(strict.desk.said(strict.id)).toEqual(['This is the clinic.']);
    strict.desk.pass(2000);
    expect(strict.desk.said(strict.id)).toEqual(['This is the clinic.', 'You said: Hello.']);
  });

  it('sends the growing history when asked to, beginning with the one it was given', () => {
    const earlier = [
      { role: 'system', content: 'The caller is called Ann.' },
      { role: 'assistant', tool_calls: [] },
    ];
    const { desk, says } = talking({
      greeting: 'Hello.',
      message_history: earlier,
      send_message_history_updates: true,
    });
    says('Hi');
    expect(desk.types()).toEqual(new Array(3).fill('call.ai_gather.message_history_updated'));
    expect(desk.payload('call.ai_gather.message_history_updated')['message_history']).toEqual([
      { role: 'system', content: 'The caller is called Ann.' },
      { role: 'assistant', content: '' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'You said: Hi.' },
    ]);
  });

  it('can run only once at a time, and not beside a gather by an AI', () => {
    const { desk, id } = talking();
    expect(codesOf(desk.command('ai_assistant_start', id, { assistant }))).toEqual(['90061']);
    const fields = { parameters: { type: 'object', properties: { name: { type: 'string' } } } };
    expect(codesOf(desk.command('gather_using_ai', id, fields))).toEqual(['90061']);
    desk.does('ai_assistant_stop', id);
    desk.does('gather_using_ai', id, fields);
    expect(codesOf(desk.command('ai_assistant_start', id, { assistant }))).toEqual(['90061']);
  });

  it('ends with late events after call.hangup when the caller goes', () => {
    const { desk, id } = talking({ greeting: 'This is the clinic.' });
    desk.act(id, { kind: 'hang_up' });
    expect(desk.types()).toEqual(['call.hangup']);
    desk.pass(10_000);
    expect(desk.types()).toEqual(['call.hangup', ...ended]);
    expect(desk.nextDueInMs()).toBeNull();
  });

  it('gives way when the call is bridged', () => {
    const { desk, id } = talking();
    desk.does('transfer', id, { to: colleague });
    desk.pass(2000);
    expect(desk.types()).toContain('call.conversation.ended');
  });

  it('goes on listening when playback_stop cuts its sentence', () => {
    const { desk, id, says } = talking({ greeting: 'This is the clinic.' });
    desk.does('playback_stop', id);
    says('Hello');
    expect(desk.said(id)).toEqual(['This is the clinic.', 'You said: Hello.']);
  });
});

describe('an assistant in trouble', () => {
  it('ends with the reason and at the time that the script says', () => {
    const trouble = { reason: 'llm_error', afterMs: 5000, times: 1 };
    const { desk, id } = talking({ greeting: 'Hello.' }, { assistant: trouble });
    desk.pass(5000);
    expect(desk.payload('call.conversation.ended')).toMatchObject({ reason: 'llm_error', duration_sec: 5 });
    desk.does('ai_assistant_start', id, { assistant });
    desk.pass(60_000);
    expect(desk.payloads('call.conversation.ended')).toHaveLength(1);
  });

  it('ends at once when the script says so, as often as it says', () => {
    const { desk, id } = talking({}, { assistant: { reason: 'unavailable', afterMs: 0, times: null } });
    desk.pass(0);
    desk.does('ai_assistant_start', id, { assistant });
    desk.pass(1);
    expect(desk.payloads('call.conversation.ended').map(({ reason }) => reason)).toEqual([
      'unavailable',
      'unavailable',
    ]);
  });

  it('ends when the voice provider is down', () => {
    const { desk } = talking({ greeting: 'Hello.' }, { speech: { status: 'client_error', times: 1 } });
    desk.pass(2000);
    expect(desk.payload('call.conversation.ended')).toMatchObject({ reason: 'client_error' });
  });
});

describe('ai_assistant_stop', () => {
  it('stops what the assistant is saying', () => {
    const { desk, id } = talking({ greeting: 'This is the clinic.' });
    desk.pass(300);
    desk.does('ai_assistant_stop', id);
    expect(desk.types()).toEqual(['call.conversation.ended']);
    expect(desk.heard().at(-1)).toMatchObject({ kind: 'cut', afterMs: 300 });
    desk.act(id, { kind: 'say', text: 'Hello?' });
    expect(desk.said(id)).toHaveLength(1);
  });

  it('cancels a gather by an AI', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    const parameters = { type: 'object', properties: { name: { type: 'string' } } };
    desk.does('gather_using_ai', id, { parameters });
    desk.does('ai_assistant_stop', id);
    expect(desk.types()).toEqual(['call.ai_gather.ended', 'call.conversation.ended']);
    expect(desk.payload('call.ai_gather.ended')).toMatchObject({ status: 'cancelled' });
  });

  it('is accepted when there is nothing to stop, and leaves a gather of keys alone', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('gather', id);
    desk.does('ai_assistant_stop', id);
    expect(desk.types()).toEqual([]);
  });
});

describe('ai_assistant_add_messages', () => {
  it('is spoken of with the next answer', () => {
    const { desk, id, says, adds } = talking();
    adds([{ role: 'system', content: 'The table is booked' }]);
    expect(desk.said(id)).toEqual([]);
    says('Hello');
    says('Fine');
    expect(desk.said(id)).toEqual(['You said: Hello. I was told: The table is booked.', 'You said: Fine.']);
  });

  it('makes the assistant speak at once when asked to', () => {
    const { desk, id, adds } = talking({ greeting: 'This is the clinic.' });
    adds([{ role: 'developer', content: 'The doctor is late.' }], { trigger_response: true });
    expect(desk.said(id)).toEqual(['This is the clinic.', 'I was told: The doctor is late.']);
    expect(desk.heard()[1]).toMatchObject({ kind: 'cut' });
    adds([{ role: 'assistant', content: 'I have said so.' }], { trigger_response: true });
    expect(desk.said(id).at(-1)).toBe('What can I do for you?');
  });

  it('becomes part of the history', () => {
    const { desk, adds } = talking({ send_message_history_updates: true });
    adds([{ role: 'tool', tool_call_id: 'x', content: '42' }]);
    expect(desk.payload('call.ai_gather.message_history_updated')['message_history']).toEqual([
      { role: 'tool', content: '42' },
    ]);
  });

  it('makes a gather by an AI ask again', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    const parameters = { type: 'object', properties: { name: { type: 'string', description: 'Your name' } } };
    desk.does('gather_using_ai', id, { parameters });
    desk.does('ai_assistant_add_messages', id, {
      messages: [{ role: 'system', content: 'Be quick.' }],
      trigger_response: true,
    });
    expect(desk.said(id)).toEqual(['Your name?', 'Your name?']);
  });

  it('does not hold up an assistant that says good-bye', () => {
    const { desk, id, says, adds } = talking();
    says('Bye');
    adds([{ role: 'system', content: 'Wait.' }], { trigger_response: true });
    desk.pass(5000);
    expect(desk.said(id)).toEqual(['Goodbye.']);
    expect(desk.types()).toEqual(ended);
  });

  it('is refused when no AI is on the call', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    const reply = desk.command('ai_assistant_add_messages', id, { messages: [] });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90102']);
  });
});

describe('ai_assistant_join', () => {
  it('names the conversation that a leg has joined', () => {
    const { desk, id, reply } = talking();
    const other = desk.answeredCall();
    const { conversation_id: conversationId } = JSON.parse(JSON.stringify(reply['data']));
    const body = { conversation_id: conversationId, participant: { id: other, role: 'user' } };
    expect(desk.does('ai_assistant_join', id, body)).toEqual({
      data: { result: 'ok', conversation_id: conversationId },
    });
    desk.act(other, { kind: 'hang_up' });
    expect(codesOf(desk.command('ai_assistant_join', id, body))).toEqual(['90015']);
  });

  it('is refused when there is no such conversation', () => {
    const { desk, id } = talking();
    const body = { conversation_id: 'none', participant: { id, role: 'user' } };
    expect(desk.command('ai_assistant_join', id, body)).toMatchObject({
      status: 422,
      body: { errors: [{ code: '10005', source: { pointer: '/conversation_id' } }] },
    });
  });
});

describe('what is inside a parameter of an assistant', () => {
  it.each([
    [{ assistant: { instructions: 'Help.' } }, '10004', '/assistant/id'],
    [{ assistant: { id: 'x', greeting: 'x'.repeat(3001) } }, '10025', '/assistant/greeting'],
    [{ assistant: { id: 'x', tools: 'all' } }, '10026', '/assistant/tools'],
    [{ interruption_settings: { enable: 'yes' } }, '10026', '/interruption_settings/enable'],
    [{ transcription: { model: 'ears' } }, '10032', '/transcription/model'],
    [{ transcription: { language: 5 } }, '10026', '/transcription/language'],
    [{ message_history: ['Hello'] }, '10026', '/message_history/0'],
    [{ message_history: [{ role: 'poet', content: 'x' }] }, '10032', '/message_history/0/role'],
    [{ message_history: [{ role: 'user' }] }, '10004', '/message_history/0/content'],
    [{ message_history: [{ role: 'tool', content: 'x' }] }, '10004', '/message_history/0/tool_call_id'],
    [{ participants: [{ role: 'user' }] }, '10004', '/participants/0/id'],
    [{ participants: [{ id: 'v3:x', role: 'guest' }] }, '10032', '/participants/0/role'],
    [
      { participants: [{ id: 'v3:x', role: 'user', on_hangup: 'cry' }] },
      '10032',
      '/participants/0/on_hangup',
    ],
  ])('is checked: %j', (body, code, pointer) => {
    const desk = createDesk();
    const reply = desk.command('ai_assistant_start', desk.answeredCall(), body);
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ code, source: { pointer } }] } });
    expect(codesOf(reply)).toHaveLength(1);
  });
});

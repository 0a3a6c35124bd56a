import { describe, expect, it } from 'vitest';
import { codesOf, createDesk } from './testing/desk.ts';
import { ended, talking } from './testing/talking.ts';

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

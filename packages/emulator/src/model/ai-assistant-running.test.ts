import { describe, expect, it } from 'vitest';
import { codesOf, createHarness } from './testing/harness.ts';
import { ended, talking } from './testing/talking.ts';

describe('ai_assistant_stop', () => {
  it('stops what the assistant is saying', () => {
    const { harness, id } = talking({ greeting: 'This is the clinic.' });
    harness.pass(300);
    harness.does('ai_assistant_stop', id);
    expect(harness.types()).toEqual(['call.conversation.ended']);
    expect(harness.heard().at(-1)).toMatchObject({ kind: 'cut', afterMs: 300 });
    harness.act(id, { kind: 'say', text: 'Hello?' });
    expect(harness.said(id)).toHaveLength(1);
  });

  it('cancels a gather by an AI', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    const parameters = { type: 'object', properties: { name: { type: 'string' } } };
    harness.does('gather_using_ai', id, { parameters });
    harness.does('ai_assistant_stop', id);
    expect(harness.types()).toEqual(['call.ai_gather.ended', 'call.conversation.ended']);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({ status: 'cancelled' });
  });

  it('is accepted when there is nothing to stop, and leaves a gather of keys alone', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('gather', id);
    harness.does('ai_assistant_stop', id);
    expect(harness.types()).toEqual([]);
  });
});

describe('ai_assistant_add_messages', () => {
  it('is spoken of with the next answer', () => {
    const { harness, id, says, adds } = talking();
    adds([{ role: 'system', content: 'The table is booked' }]);
    expect(harness.said(id)).toEqual([]);
    says('Hello');
    says('Fine');
    expect(harness.said(id)).toEqual([
      'You said: Hello. I was told: The table is booked.',
      'You said: Fine.',
    ]);
  });

  it('makes the assistant speak at once when asked to', () => {
    const { harness, id, adds } = talking({ greeting: 'This is the clinic.' });
    adds([{ role: 'developer', content: 'The doctor is late.' }], { trigger_response: true });
    expect(harness.said(id)).toEqual(['This is the clinic.', 'I was told: The doctor is late.']);
    expect(harness.heard()[1]).toMatchObject({ kind: 'cut' });
    adds([{ role: 'assistant', content: 'I have said so.' }], { trigger_response: true });
    expect(harness.said(id).at(-1)).toBe('What can I do for you?');
  });

  it('becomes part of the history', () => {
    const { harness, adds } = talking({ send_message_history_updates: true });
    adds([{ role: 'tool', tool_call_id: 'x', content: '42' }]);
    expect(harness.payload('call.ai_gather.message_history_updated')['message_history']).toEqual([
      { role: 'tool', content: '42' },
    ]);
  });

  it('makes a gather by an AI ask again', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    const parameters = { type: 'object', properties: { name: { type: 'string', description: 'Your name' } } };
    harness.does('gather_using_ai', id, { parameters });
    harness.does('ai_assistant_add_messages', id, {
      messages: [{ role: 'system', content: 'Be quick.' }],
      trigger_response: true,
    });
    expect(harness.said(id)).toEqual(['Your name?', 'Your name?']);
  });

  it('does not hold up an assistant that says good-bye', () => {
    const { harness, id, says, adds } = talking();
    says('Bye');
    adds([{ role: 'system', content: 'Wait.' }], { trigger_response: true });
    harness.pass(5000);
    expect(harness.said(id)).toEqual(['Goodbye.']);
    expect(harness.types()).toEqual(ended);
  });

  it('is refused when no AI is on the call', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    const reply = harness.command('ai_assistant_add_messages', id, { messages: [] });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90102']);
  });
});

describe('ai_assistant_join', () => {
  it('names the conversation that a leg has joined', () => {
    const { harness, id, reply } = talking();
    const other = harness.answeredCall();
    const { conversation_id: conversationId } = JSON.parse(JSON.stringify(reply['data']));
    const body = { conversation_id: conversationId, participant: { id: other, role: 'user' } };
    expect(harness.does('ai_assistant_join', id, body)).toEqual({
      data: { result: 'ok', conversation_id: conversationId },
    });
    harness.act(other, { kind: 'hang_up' });
    expect(codesOf(harness.command('ai_assistant_join', id, body))).toEqual(['90015']);
  });

  it('is refused when there is no such conversation', () => {
    const { harness, id } = talking();
    const body = { conversation_id: 'none', participant: { id, role: 'user' } };
    expect(harness.command('ai_assistant_join', id, body)).toMatchObject({
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
    const harness = createHarness();
    const reply = harness.command('ai_assistant_start', harness.answeredCall(), body);
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ code, source: { pointer } }] } });
    expect(codesOf(reply)).toHaveLength(1);
  });
});

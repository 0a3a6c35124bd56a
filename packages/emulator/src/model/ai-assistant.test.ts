import { describe, expect, it } from 'vitest';
import { base64, codesOf, colleague, voice } from './testing/desk.ts';
import { assistant, ended, talking } from './testing/talking.ts';

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
    expect(desk.types()).toEqual(Array.from({ length: 3 }, () => 'call.ai_gather.message_history_updated'));
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

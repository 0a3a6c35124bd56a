import { describe, expect, it } from 'vitest';
import { base64, codesOf, colleague, voice } from './testing/harness.ts';
import { assistant, ended, talking } from './testing/talking.ts';

describe('ai_assistant_start', () => {
  it('greets, repeats what the caller says, and ends when the caller says good-bye', () => {
    const { harness, id, says } = talking({ greeting: 'This is the clinic. How can I help?' });
    says('I want to move my appointment');
    says('Is Friday possible?');
    says('Thank you, bye!');
    expect(harness.types()).toEqual([]);
    harness.pass(10_000);
    expect(harness.said(id)).toEqual([
      'This is the clinic. How can I help?',
      'You said: I want to move my appointment.',
      'You said: Is Friday possible?',
      'Goodbye.',
    ]);
    expect(harness.heard()[0]).toMatchObject({ kind: 'assistant', action: 'ai_assistant_start', voice });
    expect(harness.types()).toEqual(ended);
    expect(harness.leg(id).endedAtMs).toBeNull();
  });

  it('tells all of the conversation when it is over', () => {
    const { harness, id, reply } = talking({
      client_state: base64('talk'),
      voice: 'ElevenLabs.eleven_multilingual_v2.Rachel',
      assistant: { ...assistant, model: 'openai/gpt-4o' },
      transcription: { model: 'deepgram/nova-3', language: 'en' },
    });
    harness.pass(7000);
    harness.does('ai_assistant_stop', id);
    const payload = harness.payload('call.conversation.ended');
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
    const { harness, id, says } = talking();
    says('I lost my card');
    harness.does('ai_assistant_stop', id);
    expect(harness.types()).toEqual(['call.conversation.ended']);
    expect(harness.nextDueInMs()).toBe(3000);
    harness.pass(3000);
    expect(harness.payload('call.conversation_insights.generated')).toMatchObject({
      insight_group_id: expect.any(String),
      results: [{ insight_id: expect.any(String), result: 'The caller said: I lost my card.' }],
    });
  });

  it('says the greeting of the assistant itself when the command has none, and nothing when there is none', () => {
    const stored = talking({ assistant: { ...assistant, greeting: 'Good morning.' } });
    expect(stored.harness.said(stored.id)).toEqual(['Good morning.']);
    const mute = talking();
    mute.says('Hello?');
    expect(mute.harness.said(mute.id)).toEqual(['You said: Hello?']);
  });

  it('waits for the caller without an end, and for no longer than the call', () => {
    const { harness } = talking({ greeting: 'Hello.' });
    harness.pass(14_399_999);
    expect(harness.types()).toEqual([]);
    harness.pass(1);
    expect(harness.types()).toEqual(['call.hangup']);
  });

  it('leaves keys to whoever gathers them', () => {
    const { harness, id } = talking({ greeting: 'Hello.' });
    harness.act(id, { kind: 'press', digits: '1' });
    expect(harness.types()).toEqual(['call.dtmf.received']);
    expect(harness.heard().map(({ kind }) => kind)).toEqual(['assistant']);
  });

  it('is interrupted by the caller, unless it may not be', () => {
    const open = talking({ greeting: 'This is the clinic.' });
    open.harness.pass(200);
    open.harness.act(open.id, { kind: 'say', text: 'Hello' });
    expect(open.harness.heard()[1]).toMatchObject({ kind: 'cut', afterMs: 200 });
    const strict = talking({ greeting: 'This is the clinic.', interruption_settings: { enable: false } });
    strict.harness.act(strict.id, { kind: 'say', text: 'Hello' });
    expect(strict.harness.said(strict.id)).toEqual(['This is the clinic.']);
    strict.harness.pass(2000);
    expect(strict.harness.said(strict.id)).toEqual(['This is the clinic.', 'You said: Hello.']);
  });

  it('sends the growing history when asked to, beginning with the one it was given', () => {
    const earlier = [
      { role: 'system', content: 'The caller is called Ann.' },
      { role: 'assistant', tool_calls: [] },
    ];
    const { harness, says } = talking({
      greeting: 'Hello.',
      message_history: earlier,
      send_message_history_updates: true,
    });
    says('Hi');
    expect(harness.types()).toEqual(
      Array.from({ length: 3 }, () => 'call.ai_gather.message_history_updated'),
    );
    expect(harness.payload('call.ai_gather.message_history_updated')['message_history']).toEqual([
      { role: 'system', content: 'The caller is called Ann.' },
      { role: 'assistant', content: '' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'You said: Hi.' },
    ]);
  });

  it('can run only once at a time, and not beside a gather by an AI', () => {
    const { harness, id } = talking();
    expect(codesOf(harness.command('ai_assistant_start', id, { assistant }))).toEqual(['90061']);
    const fields = { parameters: { type: 'object', properties: { name: { type: 'string' } } } };
    expect(codesOf(harness.command('gather_using_ai', id, fields))).toEqual(['90061']);
    harness.does('ai_assistant_stop', id);
    harness.does('gather_using_ai', id, fields);
    expect(codesOf(harness.command('ai_assistant_start', id, { assistant }))).toEqual(['90061']);
  });

  it('ends with late events after call.hangup when the caller goes', () => {
    const { harness, id } = talking({ greeting: 'This is the clinic.' });
    harness.act(id, { kind: 'hang_up' });
    expect(harness.types()).toEqual(['call.hangup']);
    harness.pass(10_000);
    expect(harness.types()).toEqual(['call.hangup', ...ended]);
    expect(harness.nextDueInMs()).toBeNull();
  });

  it('gives way when the call is bridged', () => {
    const { harness, id } = talking();
    harness.does('transfer', id, { to: colleague });
    harness.pass(2000);
    expect(harness.types()).toContain('call.conversation.ended');
  });

  it('goes on listening when playback_stop cuts its sentence', () => {
    const { harness, id, says } = talking({ greeting: 'This is the clinic.' });
    harness.does('playback_stop', id);
    says('Hello');
    expect(harness.said(id)).toEqual(['This is the clinic.', 'You said: Hello.']);
  });
});

describe('an assistant in trouble', () => {
  it('ends with the reason and at the time that the script says', () => {
    const trouble = { reason: 'llm_error', afterMs: 5000, times: 1 };
    const { harness, id } = talking({ greeting: 'Hello.' }, { assistant: trouble });
    harness.pass(5000);
    expect(harness.payload('call.conversation.ended')).toMatchObject({
      reason: 'llm_error',
      duration_sec: 5,
    });
    harness.does('ai_assistant_start', id, { assistant });
    harness.pass(60_000);
    expect(harness.payloads('call.conversation.ended')).toHaveLength(1);
  });

  it('ends at once when the script says so, as often as it says', () => {
    const { harness, id } = talking({}, { assistant: { reason: 'unavailable', afterMs: 0, times: null } });
    harness.pass(0);
    harness.does('ai_assistant_start', id, { assistant });
    harness.pass(1);
    expect(harness.payloads('call.conversation.ended').map(({ reason }) => reason)).toEqual([
      'unavailable',
      'unavailable',
    ]);
  });

  it('ends when the voice provider is down', () => {
    const { harness } = talking({ greeting: 'Hello.' }, { speech: { status: 'client_error', times: 1 } });
    harness.pass(2000);
    expect(harness.payload('call.conversation.ended')).toMatchObject({ reason: 'client_error' });
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { codesOf, createHarness, voice } from './testing/harness.ts';

const parameters = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'Your full name' },
    age: { type: 'integer', description: 'How old are you?' },
    time_of_day: { type: 'string', enum: ['Morning', 'Afternoon'], description: 'Morning or afternoon' },
    insured: { type: 'boolean' },
  },
  required: ['name', 'age', 'time_of_day', 'insured'],
};

function asking(body: Record<string, unknown> = {}, script = {}) {
  const harness = createHarness({ script });
  const id = harness.answeredCall();
  const reply = harness.does('gather_using_ai', id, { parameters, ...body });
  return {
    harness,
    id,
    reply,
    says: (text: string, fills?: JsonObject) => {
      harness.pass(3000);
      harness.act(id, { kind: 'say', text, fills });
    },
  };
}

describe('gather_using_ai', () => {
  it('greets, asks for each required field in order and ends valid with all of them', () => {
    const { harness, id, says } = asking({
      greeting: 'Welcome to the clinic.',
      gather_ended_speech: 'Thank you.',
    });
    says('Ann Lee');
    says("I'm twenty nine");
    says('in the MORNING please');
    says('yes I am');
    harness.pass(3000);
    expect(harness.said(id)).toEqual([
      'Welcome to the clinic.',
      'Your full name?',
      'How old are you?',
      'Morning or afternoon?',
      'Please tell me the insured.',
      'Thank you.',
    ]);
    expect(harness.types()).toEqual(['call.ai_gather.ended', 'call.conversation.ended']);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { name: 'Ann Lee', age: 29, time_of_day: 'Morning', insured: true },
      status: 'valid',
    });
  });

  it('names its conversation in the reply and in call.conversation.ended', () => {
    const { harness, id, reply } = asking({
      voice: 'AWS.Polly.Joanna',
      assistant: { model: 'openai/gpt-4o' },
    });
    harness.pass(7000);
    harness.does('gather_stop', id);
    expect(reply).toEqual({
      data: { result: 'ok', conversation_id: harness.payload('call.conversation.ended')['conversation_id'] },
    });
    expect(harness.payload('call.conversation.ended')).toMatchObject({
      duration_sec: 7,
      llm_model: 'openai/gpt-4o',
      reason: null,
      tts_provider: 'aws',
      tts_voice_id: 'Joanna',
    });
  });

  it('keeps the whole conversation as history, after the one it was given', () => {
    const earlier = [{ role: 'user', content: 'I want an appointment.' }];
    const { harness, id, says } = asking({ message_history: earlier });
    says('Ann');
    harness.does('gather_stop', id);
    expect(harness.payload('call.ai_gather.ended')['message_history']).toEqual([
      ...earlier,
      { role: 'assistant', content: 'Your full name?' },
      { role: 'user', content: 'Ann' },
      { role: 'assistant', content: 'How old are you?' },
    ]);
  });

  it('asks again when it does not understand', () => {
    const { harness, id, says } = asking();
    says('Ann');
    says('that is none of your business');
    expect(harness.said(id).slice(-2)).toEqual(['How old are you?', 'How old are you?']);
  });

  it('takes the fields that the words are said to fill, and no others', () => {
    const { harness, says } = asking();
    says('Ann, 29, mornings, insured', {
      name: 'Ann',
      age: 29,
      time_of_day: 'Morning',
      insured: true,
      shoe: 38,
    });
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { name: 'Ann', age: 29, time_of_day: 'Morning', insured: true },
      status: 'valid',
    });
    expect(harness.payload('call.ai_gather.ended')['result']).not.toHaveProperty('shoe');
  });

  it('ends at the first value when nothing is required', () => {
    const { harness, says } = asking({ parameters: { type: 'object', properties: parameters.properties } });
    says('Ann');
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { name: 'Ann' },
      status: 'valid',
    });
  });

  it('ends at once when there is nothing to ask for', () => {
    const { harness } = asking({ parameters: { type: 'object', properties: {} }, greeting: 'Hello.' });
    harness.pass(1000);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({ result: {}, status: 'valid' });
  });

  it('asks three times more in silence, then ends invalid with what it has', () => {
    const { harness, id, says } = asking({ user_response_timeout_ms: 4000 });
    says('Ann');
    harness.pass(60_000);
    expect(harness.said(id).filter((words) => words === 'How old are you?')).toHaveLength(4);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { name: 'Ann' },
      status: 'invalid',
    });
    expect(harness.types()).toEqual(['call.ai_gather.ended', 'call.conversation.ended']);
  });

  it.each(['I want to talk to a human', 'Operator, please', 'can I speak with someone'])(
    'ends invalid with what it has when the caller would rather have a person: %s',
    (words) => {
      const { harness, says } = asking();
      says('Ann');
      says(words);
      expect(harness.types()).toEqual(['call.ai_gather.ended', 'call.conversation.ended']);
      expect(harness.payload('call.ai_gather.ended')).toMatchObject({
        message_history: expect.arrayContaining([{ role: 'user', content: words }]),
        result: { name: 'Ann' },
        status: 'invalid',
      });
    },
  );

  it('takes a person for an answer where that is one of the choices', () => {
    const wish = { type: 'string', enum: ['Operator', 'Voicemail'], description: 'Operator or voicemail?' };
    const { harness, says } = asking({ parameters: { type: 'object', properties: { wish } } });
    says('operator please');
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { wish: 'Operator' },
      status: 'valid',
    });
  });

  it('waits ten seconds for the caller when nothing is said about that', () => {
    const { harness } = asking();
    harness.pass(1000);
    expect(harness.nextDueInMs()).toBe(10_000);
  });

  it('is interrupted by the caller', () => {
    const { harness, id } = asking({ greeting: 'Welcome to the clinic.' });
    harness.pass(200);
    harness.act(id, { kind: 'say', text: 'Ann' });
    expect(harness.heard()[1]).toMatchObject({ kind: 'cut', afterMs: 200 });
    expect(harness.said(id)).toEqual(['Welcome to the clinic.', 'How old are you?']);
  });

  it('hears the caller out only after its own sentence when it may not be interrupted', () => {
    const { harness, id } = asking({ interruption_settings: { enable: false } });
    harness.act(id, { kind: 'say', text: 'Ann' });
    expect(harness.said(id)).toEqual(['Your full name?']);
    harness.pass(1000);
    expect(harness.said(id)).toEqual(['Your full name?', 'How old are you?']);
  });

  it('tells partial results and the growing history only when asked to', () => {
    const { harness, says } = asking({ send_partial_results: true, send_message_history_updates: true });
    says('Ann');
    expect(harness.types()).toEqual([
      'call.ai_gather.message_history_updated',
      'call.ai_gather.message_history_updated',
      'call.ai_gather.partial_results',
      'call.ai_gather.message_history_updated',
    ]);
    expect(harness.payload('call.ai_gather.partial_results')).toMatchObject({
      partial_results: { name: 'Ann' },
    });
  });

  it('can run only once at a time', () => {
    const { harness, id } = asking();
    const reply = harness.command('gather_using_ai', id, { parameters });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['90061']);
  });

  it('is stopped by gather_stop', () => {
    const { harness, id, says } = asking();
    says('Ann');
    harness.does('gather_stop', id);
    harness.pass(60_000);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { name: 'Ann' },
      status: 'cancelled',
    });
    expect(harness.types()).toEqual(['call.ai_gather.ended', 'call.conversation.ended']);
  });

  it('goes on listening when playback_stop cuts its sentence', () => {
    const { harness, id, says } = asking();
    harness.does('playback_stop', id);
    says('Ann');
    expect(harness.said(id)).toEqual(['Your full name?', 'How old are you?']);
  });

  it('ends with a late event after call.hangup when the caller goes', () => {
    const { harness, id, says } = asking();
    says('Ann');
    harness.act(id, { kind: 'hang_up' });
    expect(harness.types()).toEqual(['call.hangup']);
    harness.pass(1000);
    expect(harness.types()).toEqual(['call.hangup', 'call.ai_gather.ended', 'call.conversation.ended']);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({
      result: { name: 'Ann' },
      status: 'invalid',
    });
  });

  it('ends as client_error without a result when the voice provider is down', () => {
    const { harness } = asking({}, { speech: { status: 'client_error', times: 1 } });
    harness.pass(5000);
    expect(harness.payload('call.ai_gather.ended')).toMatchObject({ result: null, status: 'client_error' });
  });

  it('leaves keys to whoever gathers them', () => {
    const { harness, id } = asking({ voice });
    harness.act(id, { kind: 'press', digits: '1' });
    expect(harness.types()).toEqual(['call.dtmf.received']);
  });
});

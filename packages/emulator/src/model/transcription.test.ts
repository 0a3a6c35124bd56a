import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createHarness } from './testing/harness.ts';

/** Two seconds to say. */
const question = 'When does your shop open, and';

function transcribed(body: Record<string, unknown> = {}) {
  const harness = createHarness();
  const id = harness.answeredCall();
  harness.does('transcription_start', id, body);
  return { harness, id };
}

describe('a live transcript', () => {
  it('tells what the person says once they have said it', () => {
    const { harness, id } = transcribed();
    harness.act(id, { kind: 'say', text: `${question}.` });
    expect(harness.types()).toEqual([]);
    expect(harness.nextDueInMs()).toBe(2000);
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.transcription']);
    expect(harness.payload('call.transcription')).toMatchObject({
      call_control_id: id,
      transcription_data: {
        confidence: expect.any(Number),
        is_final: true,
        transcript: `${question}.`,
        transcription_track: 'inbound',
      },
    });
  });

  it('tells half a sentence too when interim results are wanted', () => {
    const { harness, id } = transcribed({
      transcription_engine: 'Deepgram',
      transcription_engine_config: { interim_results: true },
    });
    harness.act(id, { kind: 'say', text: 'One two three four' });
    harness.pass(5000);
    expect(
      harness.payloads('call.transcription').map((payload) => payload['transcription_data']),
    ).toMatchObject([
      { is_final: false, transcript: 'One two' },
      { is_final: true, transcript: 'One two three four' },
    ]);
  });

  it('ends with the stop, which brings what is being said', () => {
    const { harness, id } = transcribed();
    harness.act(id, { kind: 'say', text: 'Hello there' });
    harness.does('transcription_stop', id);
    expect(harness.types()).toEqual(['call.transcription']);
    harness.act(id, { kind: 'say', text: 'Anybody?' });
    harness.pass(5000);
    expect(harness.types()).toEqual(['call.transcription']);
  });

  it('ends with the call, and nothing comes of it afterwards', () => {
    const { harness, id } = transcribed();
    harness.act(id, { kind: 'say', text: 'Goodbye' });
    harness.act(id, { kind: 'hang_up' });
    harness.pass(5000);
    expect(harness.types()).toEqual(['call.transcription', 'call.hangup']);
  });

  it('follows the tracks that were asked for', () => {
    const said = [undefined, 'outbound', 'both'].map((transcription_tracks) => {
      const { harness, id } = transcribed({ transcription_tracks });
      harness.does('transfer', id, { to: colleague });
      harness.pass(2000);
      harness.act(id, { kind: 'say', text: 'Hello' });
      harness.act(harness.legRungAt(colleague), { kind: 'say', text: 'Hello yourself' });
      harness.pass(5000);
      return harness.payloads('call.transcription').map((payload) => payload['transcription_data']);
    });
    expect(said).toMatchObject([
      [{ transcript: 'Hello', transcription_track: 'inbound' }],
      [{ transcript: 'Hello yourself', transcription_track: 'outbound' }],
      [{ transcript: 'Hello' }, { transcript: 'Hello yourself' }],
    ]);
  });

  it('can’t be started twice, and may be stopped when there is none', () => {
    const { harness, id } = transcribed();
    const reply = harness.command('transcription_start', id);
    expect([reply.status, codesOf(reply)]).toEqual([422, ['90054']]);
    harness.does('transcription_stop', id);
    harness.does('transcription_stop', id);
  });
});

describe('noise suppression', () => {
  it('is accepted, also twice and without a begin, and nobody is told anything', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    for (const action of ['suppression_stop', 'suppression_start', 'suppression_start', 'suppression_stop']) {
      harness.does(action, id);
    }
    harness.pass(60_000);
    expect(harness.types()).toEqual([]);
  });
});

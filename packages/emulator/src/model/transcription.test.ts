import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createDesk } from './testing/desk.ts';

/** Two seconds to say. */
const question = 'When does your shop open, and';

function transcribed(body: Record<string, unknown> = {}) {
  const desk = createDesk();
  const id = desk.answeredCall();
  desk.does('transcription_start', id, body);
  return { desk, id };
}

describe('a live transcript', () => {
  it('tells what the person says once they have said it', () => {
    const { desk, id } = transcribed();
    desk.act(id, { kind: 'say', text: `${question}.` });
    expect(desk.types()).toEqual([]);
    expect(desk.nextDueInMs()).toBe(2000);
    desk.pass(2000);
    expect(desk.types()).toEqual(['call.transcription']);
    expect(desk.payload('call.transcription')).toMatchObject({
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
    const { desk, id } = transcribed({
      transcription_engine: 'Deepgram',
      transcription_engine_config: { interim_results: true },
    });
    desk.act(id, { kind: 'say', text: 'One two three four' });
    desk.pass(5000);
    expect(desk.payloads('call.transcription').map((payload) => payload['transcription_data'])).toMatchObject(
      [
        { is_final: false, transcript: 'One two' },
        { is_final: true, transcript: 'One two three four' },
      ],
    );
  });

  it('ends with the stop, which brings what is being said', () => {
    const { desk, id } = transcribed();
    desk.act(id, { kind: 'say', text: 'Hello there' });
    desk.does('transcription_stop', id);
    expect(desk.types()).toEqual(['call.transcription']);
    desk.act(id, { kind: 'say', text: 'Anybody?' });
    desk.pass(5000);
    expect(desk.types()).toEqual(['call.transcription']);
  });

  it('ends with the call, and nothing comes of it afterwards', () => {
    const { desk, id } = transcribed();
    desk.act(id, { kind: 'say', text: 'Goodbye' });
    desk.act(id, { kind: 'hang_up' });
    desk.pass(5000);
    expect(desk.types()).toEqual(['call.transcription', 'call.hangup']);
  });

  it('follows the tracks that were asked for', () => {
    const said = [undefined, 'outbound', 'both'].map((transcription_tracks) => {
      const { desk, id } = transcribed({ transcription_tracks });
      desk.does('transfer', id, { to: colleague });
      desk.pass(2000);
      desk.act(id, { kind: 'say', text: 'Hello' });
      desk.act(desk.legRungAt(colleague), { kind: 'say', text: 'Hello yourself' });
      desk.pass(5000);
      return desk.payloads('call.transcription').map((payload) => payload['transcription_data']);
    });
    expect(said).toMatchObject([
      [{ transcript: 'Hello', transcription_track: 'inbound' }],
      [{ transcript: 'Hello yourself', transcription_track: 'outbound' }],
      [{ transcript: 'Hello' }, { transcript: 'Hello yourself' }],
    ]);
  });

  it('can’t be started twice, and may be stopped when there is none', () => {
    const { desk, id } = transcribed();
    const reply = desk.command('transcription_start', id);
    expect([reply.status, codesOf(reply)]).toEqual([422, ['90054']]);
    desk.does('transcription_stop', id);
    desk.does('transcription_stop', id);
  });
});

describe('noise suppression', () => {
  it('is accepted, also twice and without a begin, and nobody is told anything', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    for (const action of ['suppression_stop', 'suppression_start', 'suppression_start', 'suppression_stop']) {
      desk.does(action, id);
    }
    desk.pass(60_000);
    expect(desk.types()).toEqual([]);
  });
});

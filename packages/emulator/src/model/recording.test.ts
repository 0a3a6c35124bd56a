import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createDesk, line } from './testing/desk.ts';

const tape = { channels: 'single', format: 'mp3' };
/** Fifteen characters are a second. */
const threeSeconds = 'Please call me back, it is quite urgent today';

function recorded(body: Record<string, unknown> = {}) {
  const desk = createDesk();
  const id = desk.answeredCall();
  desk.does('record_start', id, { ...tape, ...body });
  return { desk, id };
}

/** What the carrier says about the recording's begin and end, in seconds from now. */
function lengthOf(payload: Record<string, unknown>): number {
  const at = (name: string) => Date.parse(String(payload[name]));
  return (at('recording_ended_at') - at('recording_started_at')) / 1000;
}

describe('a recording', () => {
  it('is saved a second after it was stopped', () => {
    const { desk, id } = recorded();
    expect(desk.types()).toEqual([]);
    desk.pass(8000);
    desk.does('record_stop', id);
    expect(desk.types()).toEqual([]);
    expect(desk.nextDueInMs()).toBe(1000);
    desk.pass(1000);
    expect(desk.types()).toEqual(['call.recording.saved']);
    expect(desk.payload('call.recording.saved')).toMatchObject({
      call_control_id: id,
      channels: 'single',
      format: 'mp3',
      public_recording_urls: {},
      recording_ended_at: '2025-10-09T08:53:28.000000Z',
      recording_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      recording_started_at: '2025-10-09T08:53:20.000000Z',
      recording_urls: { mp3: expect.stringMatching(/^https:\/\/.+-1760000000\.mp3$/) },
    });
  });

  it('is saved a second after the call’s end, too', () => {
    const { desk, id } = recorded({ channels: 'dual', format: 'wav', custom_file_name: 'my desk' });
    desk.pass(4000);
    desk.act(id, { kind: 'hang_up' });
    expect(desk.types()).toEqual(['call.hangup']);
    desk.pass(1000);
    expect(desk.types()).toEqual(['call.hangup', 'call.recording.saved']);
    const payload = desk.payload('call.recording.saved');
    expect(lengthOf(payload)).toBe(4);
    expect(payload).toMatchObject({
      channels: 'dual',
      recording_urls: { wav: 'https://recordings.example.com/my%20desk-1760000000.wav' },
    });
  });

  it('of one track is mono', () => {
    const { desk, id } = recorded({ channels: 'dual', recording_track: 'inbound' });
    desk.does('record_stop', id);
    desk.pass(1000);
    expect(desk.payload('call.recording.saved')).toMatchObject({ channels: 'single' });
  });

  it('begins with a beep when that is wanted', () => {
    const { desk, id } = recorded({ play_beep: true });
    expect(desk.heard()).toMatchObject([{ callControlId: id, kind: 'beep' }]);
    expect(recorded().desk.heard()).toEqual([]);
  });

  it('ends at its greatest length', () => {
    const { desk } = recorded({ max_length: 10 });
    desk.pass(60_000);
    expect(lengthOf(desk.payload('call.recording.saved'))).toBe(10);
  });

  it('runs for ever when nobody stops it and no length is set', () => {
    const { desk, id } = recorded({ max_length: 0, timeout_secs: 0 });
    desk.act(id, { kind: 'say', text: threeSeconds });
    desk.pass(3_600_000);
    expect(desk.types()).toEqual([]);
  });

  it('ends after silence, counted from the end of the last words', () => {
    const { desk, id } = recorded({ timeout_secs: 5 });
    desk.pass(60_000);
    expect(desk.types()).toEqual([]);
    desk.act(id, { kind: 'say', text: threeSeconds });
    desk.pass(4000);
    desk.act(id, { kind: 'say', text: threeSeconds });
    expect(desk.nextDueInMs()).toBe(8000);
    desk.pass(10_000);
    expect(lengthOf(desk.payload('call.recording.saved'))).toBe(60 + 4 + 3 + 5);
  });

  it('lets one sentence follow the other when a person says two at once', () => {
    const { desk, id } = recorded({ timeout_secs: 5 });
    desk.act(id, { kind: 'say', text: threeSeconds });
    desk.act(id, { kind: 'say', text: threeSeconds });
    expect(desk.nextDueInMs()).toBe(3000 + 3000 + 5000);
  });

  it('without its silence begins with the first word and ends with the last', () => {
    const { desk, id } = recorded({ timeout_secs: 5, trim: 'trim-silence' });
    desk.pass(7000);
    desk.act(id, { kind: 'say', text: threeSeconds });
    desk.pass(20_000);
    const payload = desk.payload('call.recording.saved');
    expect(payload['recording_started_at']).toBe('2025-10-09T08:53:27.000000Z');
    expect(lengthOf(payload)).toBe(3);
  });

  it('without its silence is empty when nothing was said', () => {
    const { desk, id } = recorded({ trim: 'trim-silence' });
    desk.pass(7000);
    desk.does('record_stop', id);
    desk.pass(1000);
    expect(lengthOf(desk.payload('call.recording.saved'))).toBe(0);
  });

  it('keeps nothing while it is paused', () => {
    const { desk, id } = recorded({ max_length: 10, transcription: true });
    desk.act(id, { kind: 'say', text: 'My card number is' });
    desk.pass(4000);
    desk.does('record_pause', id);
    desk.act(id, { kind: 'say', text: '4242 4242' });
    desk.pass(60_000);
    desk.does('record_resume', id);
    desk.act(id, { kind: 'say', text: 'and that is all.' });
    expect(desk.nextDueInMs()).toBe(6000);
    desk.pass(9000);
    expect(desk.payload('call.recording.transcription.saved')).toMatchObject({
      transcription_text: 'My card number is and that is all.',
    });
  });

  it('is written down when that is wanted, after it was saved', () => {
    const { desk, id } = recorded({ transcription: true });
    desk.act(id, { kind: 'say', text: 'This is Ann.' });
    desk.act(id, { kind: 'say', text: 'Call me.' });
    desk.act(id, { kind: 'hang_up' });
    desk.pass(5000);
    expect(desk.types()).toEqual([
      'call.hangup',
      'call.recording.saved',
      'call.recording.transcription.saved',
    ]);
    expect(desk.payload('call.recording.transcription.saved')).toMatchObject({
      calling_party_type: 'pstn',
      recording_id: desk.payload('call.recording.saved')['recording_id'],
      recording_transcription_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'completed',
      transcription_text: 'This is Ann. Call me.',
    });
  });

  it('holds both people of a bridge, or only the one that its track names', () => {
    const texts = ['both', 'inbound', 'outbound'].map((recording_track) => {
      const desk = createDesk();
      const id = desk.answeredCall();
      desk.does('record_start', id, { ...tape, transcription: true, recording_track });
      desk.does('transfer', id, { to: colleague });
      desk.pass(2000);
      desk.act(id, { kind: 'say', text: 'Is it ready?' });
      desk.act(desk.legRungAt(colleague), { kind: 'say', text: 'It is.' });
      desk.act(id, { kind: 'hang_up' });
      desk.pass(5000);
      return desk.payload('call.recording.transcription.saved')['transcription_text'];
    });
    expect(texts).toEqual(['Is it ready? It is.', 'Is it ready?', 'It is.']);
  });

  it('fails when the script says so', () => {
    const desk = createDesk({ script: { recording: { reason: 'Internal server error', times: 1 } } });
    const id = desk.answeredCall();
    for (const custom_file_name of ['first', 'second']) {
      desk.does('record_start', id, { ...tape, custom_file_name, transcription: true });
      desk.does('record_stop', id);
      desk.pass(5000);
    }
    expect(desk.types()).toEqual([
      'call.recording.error',
      'call.recording.saved',
      'call.recording.transcription.saved',
    ]);
    expect(desk.payload('call.recording.error')).toMatchObject({
      call_control_id: id,
      reason: 'Internal server error',
    });
  });

  it('is one at a time', () => {
    const { desk, id } = recorded();
    const reply = desk.command('record_start', id, tape);
    expect([reply.status, codesOf(reply)]).toEqual([422, ['90033']]);
    desk.does('record_stop', id);
    desk.does('record_start', id, tape);
  });

  it('can’t watch for silence while the call is being transcribed, nor the other way round be left without', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('transcription_start', id);
    expect(codesOf(desk.command('record_start', id, { ...tape, timeout_secs: 5 }))).toEqual(['90053']);
    desk.does('transcription_stop', id);
    desk.does('record_start', id, { ...tape, timeout_secs: 5 });
    expect(codesOf(desk.command('transcription_stop', id))).toEqual(['90055']);
  });

  it('is left alone by commands to another one, and by stops when none runs', () => {
    const { desk, id } = recorded();
    desk.does('record_stop', id, { recording_id: '9dcbaa40-0000-4000-8000-000000000000' });
    desk.pass(2000);
    expect(desk.types()).toEqual([]);
    desk.does('record_stop', id);
    desk.pass(1000);
    const { recording_id } = desk.payload('call.recording.saved');
    for (const action of ['record_pause', 'record_resume', 'record_stop'])
      desk.does(action, id, { recording_id });
    desk.pass(5000);
    expect(desk.types()).toEqual(['call.recording.saved']);
  });
});

describe('a recording from the answer', () => {
  const wanted = { record: 'record-from-answer', record_max_length: 4, record_custom_file_name: 'desk' };

  it('is named by the answer command and by dial', () => {
    const desk = createDesk();
    const { data } = desk.does('answer', desk.dialIn(), wanted);
    desk.pass(9000);
    const saved = desk.payload('call.recording.saved');
    expect(data).toEqual({ result: 'ok', recording_id: saved['recording_id'] });
    expect(lengthOf(saved)).toBe(4);
    const dialled = desk.does('dial', null, { connection_id: '28', from: line, to: colleague, ...wanted });
    desk.pass(9000);
    const { recording_id } = desk.payload('call.recording.saved');
    expect(dialled).toMatchObject({ data: { recording_id } });
    expect(recording_id).not.toBe(saved['recording_id']);
  });

  it('of a transfer is made on the target’s leg, and only if it answers', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('transfer', id, { to: colleague, ...wanted });
    desk.pass(9000);
    expect(desk.payload('call.recording.saved')).toMatchObject({
      call_control_id: desk.legRungAt(colleague),
      channels: 'dual',
      format: 'mp3',
    });
    const busy = createDesk({ script: { parties: { [colleague]: { busy: true } } } });
    busy.does('transfer', busy.answeredCall(), { to: colleague, ...wanted });
    busy.pass(9000);
    expect(busy.types()).toEqual(['call.initiated', 'call.hangup']);
  });
});

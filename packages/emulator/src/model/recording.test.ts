import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createHarness, line } from './testing/harness.ts';

const tape = { channels: 'single', format: 'mp3' };
/** Fifteen characters are a second. */
const threeSeconds = 'Please call me back, it is quite urgent today';

function recorded(body: Record<string, unknown> = {}) {
  const harness = createHarness();
  const id = harness.answeredCall();
  harness.does('record_start', id, { ...tape, ...body });
  return { harness, id };
}

/** What the carrier says about the recording's begin and end, in seconds from now. */
function lengthOf(payload: Record<string, unknown>): number {
  const at = (name: string) => Date.parse(String(payload[name]));
  return (at('recording_ended_at') - at('recording_started_at')) / 1000;
}

describe('a recording', () => {
  it('is saved a second after it was stopped', () => {
    const { harness, id } = recorded();
    expect(harness.types()).toEqual([]);
    harness.pass(8000);
    harness.does('record_stop', id);
    expect(harness.types()).toEqual([]);
    expect(harness.nextDueInMs()).toBe(1000);
    harness.pass(1000);
    expect(harness.types()).toEqual(['call.recording.saved']);
    expect(harness.payload('call.recording.saved')).toMatchObject({
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
    const { harness, id } = recorded({ channels: 'dual', format: 'wav', custom_file_name: 'my desk' });
    harness.pass(4000);
    harness.act(id, { kind: 'hang_up' });
    expect(harness.types()).toEqual(['call.hangup']);
    harness.pass(1000);
    expect(harness.types()).toEqual(['call.hangup', 'call.recording.saved']);
    const payload = harness.payload('call.recording.saved');
    expect(lengthOf(payload)).toBe(4);
    expect(payload).toMatchObject({
      channels: 'dual',
      recording_urls: { wav: 'https://recordings.example.com/my%20desk-1760000000.wav' },
    });
  });

  it('of one track is mono', () => {
    const { harness, id } = recorded({ channels: 'dual', recording_track: 'inbound' });
    harness.does('record_stop', id);
    harness.pass(1000);
    expect(harness.payload('call.recording.saved')).toMatchObject({ channels: 'single' });
  });

  it('begins with a beep when that is wanted', () => {
    const { harness, id } = recorded({ play_beep: true });
    expect(harness.heard()).toMatchObject([{ callControlId: id, kind: 'beep' }]);
    expect(recorded().harness.heard()).toEqual([]);
  });

  it('ends at its greatest length', () => {
    const { harness } = recorded({ max_length: 10 });
    harness.pass(60_000);
    expect(lengthOf(harness.payload('call.recording.saved'))).toBe(10);
  });

  it('runs for ever when nobody stops it and no length is set', () => {
    const { harness, id } = recorded({ max_length: 0, timeout_secs: 0 });
    harness.act(id, { kind: 'say', text: threeSeconds });
    harness.pass(3_600_000);
    expect(harness.types()).toEqual([]);
  });

  it('ends after silence, counted from the end of the last words', () => {
    const { harness, id } = recorded({ timeout_secs: 5 });
    harness.pass(60_000);
    expect(harness.types()).toEqual([]);
    harness.act(id, { kind: 'say', text: threeSeconds });
    harness.pass(4000);
    harness.act(id, { kind: 'say', text: threeSeconds });
    expect(harness.nextDueInMs()).toBe(8000);
    harness.pass(10_000);
    expect(lengthOf(harness.payload('call.recording.saved'))).toBe(60 + 4 + 3 + 5);
  });

  it('lets one sentence follow the other when a person says two at once', () => {
    const { harness, id } = recorded({ timeout_secs: 5 });
    harness.act(id, { kind: 'say', text: threeSeconds });
    harness.act(id, { kind: 'say', text: threeSeconds });
    expect(harness.nextDueInMs()).toBe(3000 + 3000 + 5000);
  });

  it('without its silence begins with the first word and ends with the last', () => {
    const { harness, id } = recorded({ timeout_secs: 5, trim: 'trim-silence' });
    harness.pass(7000);
    harness.act(id, { kind: 'say', text: threeSeconds });
    harness.pass(20_000);
    const payload = harness.payload('call.recording.saved');
    expect(payload['recording_started_at']).toBe('2025-10-09T08:53:27.000000Z');
    expect(lengthOf(payload)).toBe(3);
  });

  it('without its silence is empty when nothing was said', () => {
    const { harness, id } = recorded({ trim: 'trim-silence' });
    harness.pass(7000);
    harness.does('record_stop', id);
    harness.pass(1000);
    expect(lengthOf(harness.payload('call.recording.saved'))).toBe(0);
  });

  it('keeps nothing while it is paused', () => {
    const { harness, id } = recorded({ max_length: 10, transcription: true });
    harness.act(id, { kind: 'say', text: 'My card number is' });
    harness.pass(4000);
    harness.does('record_pause', id);
    harness.act(id, { kind: 'say', text: '4242 4242' });
    harness.pass(60_000);
    harness.does('record_resume', id);
    harness.act(id, { kind: 'say', text: 'and that is all.' });
    expect(harness.nextDueInMs()).toBe(6000);
    harness.pass(9000);
    expect(harness.payload('call.recording.transcription.saved')).toMatchObject({
      transcription_text: 'My card number is and that is all.',
    });
  });

  it('is written down when that is wanted, after it was saved', () => {
    const { harness, id } = recorded({ transcription: true });
    harness.act(id, { kind: 'say', text: 'This is Ann.' });
    harness.act(id, { kind: 'say', text: 'Call me.' });
    harness.act(id, { kind: 'hang_up' });
    harness.pass(5000);
    expect(harness.types()).toEqual([
      'call.hangup',
      'call.recording.saved',
      'call.recording.transcription.saved',
    ]);
    expect(harness.payload('call.recording.transcription.saved')).toMatchObject({
      calling_party_type: 'pstn',
      recording_id: harness.payload('call.recording.saved')['recording_id'],
      recording_transcription_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'completed',
      transcription_text: 'This is Ann. Call me.',
    });
  });

  it('holds both people of a bridge, or only the one that its track names', () => {
    const texts = ['both', 'inbound', 'outbound'].map((recording_track) => {
      const harness = createHarness();
      const id = harness.answeredCall();
      harness.does('record_start', id, { ...tape, transcription: true, recording_track });
      harness.does('transfer', id, { to: colleague });
      harness.pass(2000);
      harness.act(id, { kind: 'say', text: 'Is it ready?' });
      harness.act(harness.legRungAt(colleague), { kind: 'say', text: 'It is.' });
      harness.act(id, { kind: 'hang_up' });
      harness.pass(5000);
      return harness.payload('call.recording.transcription.saved')['transcription_text'];
    });
    expect(texts).toEqual(['Is it ready? It is.', 'Is it ready?', 'It is.']);
  });

  it('fails when the script says so', () => {
    const harness = createHarness({ script: { recording: { reason: 'Internal server error', times: 1 } } });
    const id = harness.answeredCall();
    for (const custom_file_name of ['first', 'second']) {
      harness.does('record_start', id, { ...tape, custom_file_name, transcription: true });
      harness.does('record_stop', id);
      harness.pass(5000);
    }
    expect(harness.types()).toEqual([
      'call.recording.error',
      'call.recording.saved',
      'call.recording.transcription.saved',
    ]);
    expect(harness.payload('call.recording.error')).toMatchObject({
      call_control_id: id,
      reason: 'Internal server error',
    });
  });

  it('is one at a time', () => {
    const { harness, id } = recorded();
    const reply = harness.command('record_start', id, tape);
    expect([reply.status, codesOf(reply)]).toEqual([422, ['90033']]);
    harness.does('record_stop', id);
    harness.does('record_start', id, tape);
  });

  it('can’t watch for silence while the call is being transcribed, nor the other way round be left without', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('transcription_start', id);
    expect(codesOf(harness.command('record_start', id, { ...tape, timeout_secs: 5 }))).toEqual(['90053']);
    harness.does('transcription_stop', id);
    harness.does('record_start', id, { ...tape, timeout_secs: 5 });
    expect(codesOf(harness.command('transcription_stop', id))).toEqual(['90055']);
  });

  it('is left alone by commands to another one, and by stops when none runs', () => {
    const { harness, id } = recorded();
    harness.does('record_stop', id, { recording_id: '9dcbaa40-0000-4000-8000-000000000000' });
    harness.pass(2000);
    expect(harness.types()).toEqual([]);
    harness.does('record_stop', id);
    harness.pass(1000);
    const { recording_id } = harness.payload('call.recording.saved');
    for (const action of ['record_pause', 'record_resume', 'record_stop'])
      harness.does(action, id, { recording_id });
    harness.pass(5000);
    expect(harness.types()).toEqual(['call.recording.saved']);
  });
});

describe('a recording from the answer', () => {
  const wanted = { record: 'record-from-answer', record_max_length: 4, record_custom_file_name: 'desk' };

  it('is named by the answer command and by dial', () => {
    const harness = createHarness();
    const { data } = harness.does('answer', harness.dialIn(), wanted);
    harness.pass(9000);
    const saved = harness.payload('call.recording.saved');
    expect(data).toEqual({ result: 'ok', recording_id: saved['recording_id'] });
    expect(lengthOf(saved)).toBe(4);
    const dialled = harness.does('dial', null, { connection_id: '28', from: line, to: colleague, ...wanted });
    harness.pass(9000);
    const { recording_id } = harness.payload('call.recording.saved');
    expect(dialled).toMatchObject({ data: { recording_id } });
    expect(recording_id).not.toBe(saved['recording_id']);
  });

  it('of a transfer is made on the target’s leg, and only if it answers', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('transfer', id, { to: colleague, ...wanted });
    harness.pass(9000);
    expect(harness.payload('call.recording.saved')).toMatchObject({
      call_control_id: harness.legRungAt(colleague),
      channels: 'dual',
      format: 'mp3',
    });
    const busy = createHarness({ script: { parties: { [colleague]: { busy: true } } } });
    busy.does('transfer', busy.answeredCall(), { to: colleague, ...wanted });
    busy.pass(9000);
    expect(busy.types()).toEqual(['call.initiated', 'call.hangup']);
  });
});

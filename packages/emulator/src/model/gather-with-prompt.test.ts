import { describe, expect, it } from 'vitest';
import { createHarness, voice } from './testing/harness.ts';

const payload = 'Press one, or press two please';
const promptMs = 2000;

function asking(body: Record<string, unknown> = {}, script = {}) {
  const harness = createHarness({ script });
  const id = harness.answeredCall();
  harness.does('gather_using_speak', id, { payload, voice, timeout_millis: 5000, maximum_tries: 2, ...body });
  return { harness, id, press: (digits: string) => harness.act(id, { kind: 'press', digits }) };
}

describe('gather_using_speak', () => {
  it('speaks its prompt without speak events', () => {
    const { harness, id } = asking();
    harness.pass(promptMs);
    expect(harness.types()).toEqual([]);
    expect(harness.said(id)).toEqual([payload]);
    expect(harness.heard()[0]).toMatchObject({ action: 'gather_using_speak', voice });
  });

  it('lets a key interrupt the prompt', () => {
    const { harness, press } = asking({ maximum_digits: 1 });
    harness.pass(500);
    press('1');
    expect(harness.heard().at(-1)).toMatchObject({ kind: 'cut', afterMs: 500 });
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('waits timeout_millis from the end of each prompt and says the prompt again', () => {
    const { harness, id } = asking();
    harness.pass(promptMs + 4999);
    expect(harness.said(id)).toEqual([payload]);
    harness.pass(1);
    expect(harness.said(id)).toEqual([payload, payload]);
    harness.pass(promptMs + 4999);
    expect(harness.types()).toEqual([]);
    harness.pass(1);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('tries three times, a minute each, when nothing is said about that', () => {
    const { harness, id } = asking({ timeout_millis: undefined, maximum_tries: undefined });
    harness.pass(3 * (promptMs + 60_000) - 1);
    expect(harness.said(id)).toHaveLength(3);
    expect(harness.types()).toEqual([]);
    harness.pass(1);
    expect(harness.types()).toEqual(['call.gather.ended']);
  });

  it('says the invalid prompt and the prompt again after a wrong key, with one end for all', () => {
    const { harness, id, press } = asking({ maximum_digits: 1, valid_digits: '12', invalid_payload: 'No.' });
    harness.pass(promptMs);
    press('9');
    harness.pass(1000);
    expect(harness.said(id)).toEqual([payload, 'No.', payload]);
    press('2');
    expect(harness.payloads('call.gather.ended')).toMatchObject([{ digits: '2', status: 'valid' }]);
  });

  it('ends invalid with the last digits when the tries are used up', () => {
    const { harness, press } = asking({ maximum_digits: 1, valid_digits: '12' });
    press('8');
    press('9');
    expect(harness.payloads('call.gather.ended')).toMatchObject([{ digits: '9', status: 'invalid' }]);
  });

  it('lets a key interrupt the invalid prompt too', () => {
    const { harness, id, press } = asking({
      maximum_digits: 1,
      valid_digits: '12',
      invalid_payload: 'Not that one.',
    });
    press('9');
    press('1');
    expect(harness.said(id)).toEqual([payload, 'Not that one.']);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('falls silent when it is stopped', () => {
    const { harness, id } = asking();
    harness.does('gather_stop', id);
    expect(harness.heard().at(-1)).toMatchObject({ kind: 'cut' });
    expect(harness.payload('call.gather.ended')).toMatchObject({ status: 'cancelled' });
  });

  it('begins to wait when playback_stop cuts its prompt', () => {
    const { harness, id } = asking({ maximum_tries: 1 });
    harness.does('playback_stop', id);
    harness.pass(5000);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('ends as client_error when the voice provider is down', () => {
    const { harness } = asking({}, { speech: { status: 'client_error', times: null } });
    harness.pass(2000);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'client_error' });
  });

  it('ends with digits null after call.hangup when the caller goes', () => {
    const { harness, id } = asking();
    harness.act(id, { kind: 'hang_up' });
    harness.pass(1000);
    expect(harness.types()).toEqual(['call.hangup', 'call.gather.ended']);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: null, status: 'call_hangup' });
  });
});

describe('gather_using_audio', () => {
  const audio_url = 'https://example.com/menu.mp3';

  function playing(body: Record<string, unknown> = {}) {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('gather_using_audio', id, { audio_url, timeout_millis: 5000, maximum_tries: 2, ...body });
    return { harness, id, press: (digits: string) => harness.act(id, { kind: 'press', digits }) };
  }

  it('tells begin and end of each prompt', () => {
    const { harness } = playing();
    harness.pass(3000 + 5000 + 3000 + 5000);
    expect(harness.types()).toEqual([
      'call.playback.started',
      'call.playback.ended',
      'call.playback.started',
      'call.playback.ended',
      'call.gather.ended',
    ]);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('tells that a key cut its prompt', () => {
    const { harness, press } = playing({ maximum_digits: 1 });
    press('1');
    expect(harness.payload('call.playback.ended')).toMatchObject({
      media_url: audio_url,
      status: 'cancelled',
    });
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('plays the invalid recording between tries', () => {
    const { harness, press } = playing({
      maximum_digits: 1,
      valid_digits: '1',
      invalid_media_name: 'wrong_key',
    });
    press('9');
    expect(harness.payload('call.playback.started')).toMatchObject({ media_name: 'wrong_key' });
    harness.pass(3000);
    expect(harness.payload('call.playback.started')).toMatchObject({ media_url: audio_url });
  });
});

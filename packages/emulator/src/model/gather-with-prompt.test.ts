import { describe, expect, it } from 'vitest';
import { createDesk, voice } from './testing/desk.ts';

const payload = 'Press one, or press two please';
const promptMs = 2000;

function asking(body: Record<string, unknown> = {}, script = {}) {
  const desk = createDesk({ script });
  const id = desk.answeredCall();
  desk.does('gather_using_speak', id, { payload, voice, timeout_millis: 5000, maximum_tries: 2, ...body });
  return { desk, id, press: (digits: string) => desk.act(id, { kind: 'press', digits }) };
}

describe('gather_using_speak', () => {
  it('speaks its prompt without speak events', () => {
    const { desk, id } = asking();
    desk.pass(promptMs);
    expect(desk.types()).toEqual([]);
    expect(desk.said(id)).toEqual([payload]);
    expect(desk.heard()[0]).toMatchObject({ action: 'gather_using_speak', voice });
  });

  it('lets a key interrupt the prompt', () => {
    const { desk, press } = asking({ maximum_digits: 1 });
    desk.pass(500);
    press('1');
    expect(desk.heard().at(-1)).toMatchObject({ kind: 'cut', afterMs: 500 });
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('waits timeout_millis from the end of each prompt and says the prompt again', () => {
    const { desk, id } = asking();
    desk.pass(promptMs + 4999);
    expect(desk.said(id)).toEqual([payload]);
    desk.pass(1);
    expect(desk.said(id)).toEqual([payload, payload]);
    desk.pass(promptMs + 4999);
    expect(desk.types()).toEqual([]);
    desk.pass(1);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('tries three times, a minute each, when nothing is said about that', () => {
    const { desk, id } = asking({ timeout_millis: undefined, maximum_tries: undefined });
    desk.pass(3 * (promptMs + 60_000) - 1);
    expect(desk.said(id)).toHaveLength(3);
    expect(desk.types()).toEqual([]);
    desk.pass(1);
    expect(desk.types()).toEqual(['call.gather.ended']);
  });

  it('says the invalid prompt and the prompt again after a wrong key, with one end for all', () => {
    const { desk, id, press } = asking({ maximum_digits: 1, valid_digits: '12', invalid_payload: 'No.' });
    desk.pass(promptMs);
    press('9');
    desk.pass(1000);
    expect(desk.said(id)).toEqual([payload, 'No.', payload]);
    press('2');
    expect(desk.payloads('call.gather.ended')).toMatchObject([{ digits: '2', status: 'valid' }]);
  });

  it('ends invalid with the last digits when the tries are used up', () => {
    const { desk, press } = asking({ maximum_digits: 1, valid_digits: '12' });
    press('8');
    press('9');
    expect(desk.payloads('call.gather.ended')).toMatchObject([{ digits: '9', status: 'invalid' }]);
  });

  it('lets a key interrupt the invalid prompt too', () => {
    const { desk, id, press } = asking({
      maximum_digits: 1,
      valid_digits: '12',
      invalid_payload: 'Not that one.',
    });
    press('9');
    press('1');
    expect(desk.said(id)).toEqual([payload, 'Not that one.']);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('falls silent when it is stopped', () => {
    const { desk, id } = asking();
    desk.does('gather_stop', id);
    expect(desk.heard().at(-1)).toMatchObject({ kind: 'cut' });
    expect(desk.payload('call.gather.ended')).toMatchObject({ status: 'cancelled' });
  });

  it('begins to wait when playback_stop cuts its prompt', () => {
    const { desk, id } = asking({ maximum_tries: 1 });
    desk.does('playback_stop', id);
    desk.pass(5000);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('ends as client_error when the voice provider is down', () => {
    const { desk } = asking({}, { speech: { status: 'client_error', times: null } });
    desk.pass(2000);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'client_error' });
  });

  it('ends with digits null after call.hangup when the caller goes', () => {
    const { desk, id } = asking();
    desk.act(id, { kind: 'hang_up' });
    desk.pass(1000);
    expect(desk.types()).toEqual(['call.hangup', 'call.gather.ended']);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: null, status: 'call_hangup' });
  });
});

describe('gather_using_audio', () => {
  const audio_url = 'https://example.com/menu.mp3';

  function playing(body: Record<string, unknown> = {}) {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('gather_using_audio', id, { audio_url, timeout_millis: 5000, maximum_tries: 2, ...body });
    return { desk, id, press: (digits: string) => desk.act(id, { kind: 'press', digits }) };
  }

  it('tells begin and end of each prompt', () => {
    const { desk } = playing();
    desk.pass(3000 + 5000 + 3000 + 5000);
    expect(desk.types()).toEqual([
      'call.playback.started',
      'call.playback.ended',
      'call.playback.started',
      'call.playback.ended',
      'call.gather.ended',
    ]);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('tells that a key cut its prompt', () => {
    const { desk, press } = playing({ maximum_digits: 1 });
    press('1');
    expect(desk.payload('call.playback.ended')).toMatchObject({ media_url: audio_url, status: 'cancelled' });
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('plays the invalid recording between tries', () => {
    const { desk, press } = playing({
      maximum_digits: 1,
      valid_digits: '1',
      invalid_media_name: 'wrong_key',
    });
    press('9');
    expect(desk.payload('call.playback.started')).toMatchObject({ media_name: 'wrong_key' });
    desk.pass(3000);
    expect(desk.payload('call.playback.started')).toMatchObject({ media_url: audio_url });
  });
});

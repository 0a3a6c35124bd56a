import { describe, expect, it } from 'vitest';
import { createDesk, voice } from './testing/desk.ts';

const sentence = 'This sentence takes two seconds'.slice(0, 30);

describe('speak', () => {
  it('takes a second for fifteen characters and tells begin and end', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: sentence, voice, language: 'en-US' });
    expect(desk.types()).toEqual(['call.speak.started']);
    expect(desk.heard()).toMatchObject([
      { kind: 'speech', text: sentence, voice, language: 'en-US', action: 'speak' },
    ]);
    expect(desk.nextDueInMs()).toBe(2000);
    desk.pass(2000);
    expect(desk.types()).toEqual(['call.speak.started', 'call.speak.ended']);
    expect(desk.payload('call.speak.ended')).toMatchObject({ status: 'completed' });
    expect(desk.heard().at(-1)).toMatchObject({ kind: 'said', of: desk.heard()[0]?.seq });
  });

  it('does not count the tags of SSML', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    const payload = `<speak><prosody rate="slow">${sentence}</prosody><break time="1s"/></speak>`;
    desk.does('speak', id, { payload, payload_type: 'ssml', voice: 'AWS.Polly.Joanna' });
    expect(desk.said(id)).toEqual([sentence]);
    expect(desk.nextDueInMs()).toBe(2000);
  });

  it('is heard as often as its loop says, with one begin and one end', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: sentence, voice, loop: 3 });
    desk.pass(6000);
    expect(desk.said(id)).toEqual([sentence, sentence, sentence]);
    expect(desk.types()).toEqual(['call.speak.started', 'call.speak.ended']);
  });

  it('goes on without end when its loop is infinite', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: sentence, voice, loop: 'infinity' });
    desk.pass(600_000);
    expect(desk.types()).toEqual(['call.speak.started']);
    desk.does('playback_stop', id);
    expect(desk.types()).toEqual(['call.speak.started', 'call.speak.ended']);
  });

  it('waits for the speech before it', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: sentence, voice });
    desk.does('speak', id, { payload: 'And this.', voice });
    expect(desk.said(id)).toEqual([sentence]);
    desk.pass(2000);
    expect(desk.said(id)).toEqual([sentence, 'And this.']);
    expect(desk.types()).toEqual(['call.speak.started', 'call.speak.ended', 'call.speak.started']);
  });

  it('cuts what is heard with stop current, and goes on with the queue', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    for (const payload of ['First.', 'Second.']) desk.does('speak', id, { payload, voice });
    desk.does('speak', id, { payload: 'Third.', voice, stop: 'current' });
    expect(desk.said(id)).toEqual(['First.', 'Second.']);
    expect(desk.heard()).toMatchObject([{ kind: 'speech' }, { kind: 'cut', afterMs: 0 }, { kind: 'speech' }]);
    desk.pass(500);
    expect(desk.said(id)).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('clears the queue with stop all, of which the waiting ones leave no trace', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    for (const payload of ['First.', 'Second.']) desk.does('speak', id, { payload, voice });
    desk.does('speak', id, { payload: 'Third.', voice, stop: 'all' });
    expect(desk.said(id)).toEqual(['First.', 'Third.']);
    expect(desk.types()).toEqual(['call.speak.started', 'call.speak.ended', 'call.speak.started']);
  });

  it('ends with status call_hangup before call.hangup', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: sentence, voice });
    desk.does('speak', id, { payload: 'Never heard.', voice });
    desk.act(id, { kind: 'hang_up' });
    expect(desk.types()).toEqual(['call.speak.started', 'call.speak.ended', 'call.hangup']);
    expect(desk.payload('call.speak.ended')).toMatchObject({ status: 'call_hangup' });
  });

  it('fails when the script says that the voice provider is down', () => {
    const desk = createDesk({ script: { speech: { status: 'client_error', times: 1 } } });
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: sentence, voice });
    desk.pass(2000);
    expect(desk.types()).toEqual(['call.speak.ended']);
    expect(desk.payload('call.speak.ended')).toMatchObject({ status: 'client_error' });
    desk.does('speak', id, { payload: 'Back again.', voice });
    expect(desk.said(id)).toEqual(['Back again.']);
  });
});

describe('playback', () => {
  const audio_url = 'https://example.com/music.mp3';

  it('takes three seconds when nothing else is known of the recording', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('playback_start', id, { audio_url });
    expect(desk.nextDueInMs()).toBe(3000);
    desk.pass(3000);
    expect(desk.types()).toEqual(['call.playback.started', 'call.playback.ended']);
    expect(desk.payload('call.playback.ended')).toMatchObject({
      media_url: audio_url,
      overlay: false,
      status: 'completed',
    });
  });

  it('takes as long as the script says of the recording', () => {
    const desk = createDesk({ script: { media: { hold_music: { durationMs: 60_000 } } } });
    const id = desk.answeredCall();
    desk.does('playback_start', id, { media_name: 'hold_music' });
    expect(desk.nextDueInMs()).toBe(60_000);
    expect(desk.payload('call.playback.started')).toMatchObject({ media_name: 'hold_music' });
  });

  it('ends as file_not_found or failed when the script says so', () => {
    const desk = createDesk({
      script: { media: { lost: { missing: true }, broken: { fails: 'no sound' } } },
    });
    const id = desk.answeredCall();
    desk.does('playback_start', id, { media_name: 'lost' });
    desk.does('playback_start', id, { media_name: 'broken' });
    desk.pass(1000);
    expect(desk.types()).toEqual(['call.playback.ended', 'call.playback.ended']);
    expect(desk.payloads('call.playback.ended')).toMatchObject([
      { status: 'file_not_found' },
      { status: 'failed', status_detail: 'no sound' },
    ]);
  });

  it('is stopped by playback_stop, with status cancelled', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('playback_start', id, { audio_url, loop: 'infinity' });
    desk.does('speak', id, { payload: 'Waiting behind.', voice });
    desk.pass(10_000);
    desk.does('playback_stop', id, { stop: 'current' });
    expect(desk.payload('call.playback.ended')).toMatchObject({ status: 'cancelled' });
    expect(desk.said(id)).toEqual(['Waiting behind.']);
  });

  it('of all clears the queue too', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('playback_start', id, { audio_url });
    desk.does('speak', id, { payload: 'Waiting behind.', voice });
    desk.does('playback_stop', id);
    desk.pass(10_000);
    expect(desk.said(id)).toEqual([]);
  });

  it('as overlay is heard over what plays and has a lane of its own', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: 'A sentence that goes on.', voice });
    desk.does('playback_start', id, { audio_url, overlay: true });
    expect(desk.types()).toEqual(['call.speak.started', 'call.playback.started']);
    desk.does('playback_stop', id, { overlay: true });
    expect(desk.types()).toEqual(['call.speak.started', 'call.playback.started', 'call.playback.ended']);
    expect(desk.payload('call.playback.ended')).toMatchObject({ overlay: true });
  });

  it('as overlay leaves the main sound alone when it is stopped, and is left alone when that is', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('playback_start', id, { audio_url, loop: 'infinity' });
    for (const media_name of ['bell', 'gong']) desk.does('playback_start', id, { media_name, overlay: true });
    desk.does('playback_stop', id, { overlay: true, stop: 'current' });
    expect(desk.payload('call.playback.ended')).toMatchObject({ media_name: 'bell', overlay: true });
    expect(desk.payload('call.playback.started')).toMatchObject({ media_name: 'gong' });
    desk.does('playback_stop', id, { stop: 'all' });
    expect(desk.payload('call.playback.ended')).toMatchObject({ media_url: audio_url, overlay: false });
    desk.does('playback_stop', id, { stop: 'overlay' });
    expect(desk.payload('call.playback.ended')).toMatchObject({ media_name: 'gong', overlay: true });
  });

  it('as a prompt that is stopped leaves its gather waiting for keys', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('gather_using_audio', id, { audio_url, maximum_digits: 1 });
    desk.does('playback_stop', id);
    expect(desk.payload('call.playback.ended')).toMatchObject({ status: 'cancelled' });
    desk.act(id, { kind: 'press', digits: '5' });
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '5', status: 'valid' });
  });

  it('is silently accepted when there is nothing to stop', () => {
    const desk = createDesk();
    desk.does('playback_stop', desk.answeredCall());
    expect(desk.types()).toEqual([]);
  });
});

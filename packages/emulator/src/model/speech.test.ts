import { describe, expect, it } from 'vitest';
import { createHarness, voice } from './testing/harness.ts';

const sentence = 'This sentence takes two seconds'.slice(0, 30);

describe('speak', () => {
  it('takes a second for fifteen characters and tells begin and end', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice, language: 'en-US' });
    expect(harness.types()).toEqual(['call.speak.started']);
    expect(harness.heard()).toMatchObject([
      { kind: 'speech', text: sentence, voice, language: 'en-US', action: 'speak' },
    ]);
    expect(harness.nextDueInMs()).toBe(2000);
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.speak.started', 'call.speak.ended']);
    expect(harness.payload('call.speak.ended')).toMatchObject({ status: 'completed' });
    expect(harness.heard().at(-1)).toMatchObject({ kind: 'said', of: harness.heard()[0]?.seq });
  });

  it('counts the pauses and the speed that SSML asks for, and not its tags', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    const payload = `<speak><prosody rate="50%">${sentence}</prosody><break time="1s"/></speak>`;
    harness.does('speak', id, { payload, payload_type: 'ssml', voice: 'AWS.Polly.Joanna' });
    expect(harness.said(id)).toEqual([sentence]);
    expect(harness.nextDueInMs()).toBe(5000);
  });

  it.each(['voice_speed', 'speed'])('takes as long as the voice is slow, by %s', (name) => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice, voice_settings: { type: 'telnyx', [name]: 0.5 } });
    expect(harness.nextDueInMs()).toBe(4000);
  });

  it('takes longer for a sign of Chinese than for a letter', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: '您'.repeat(45), voice, language: 'cmn-CN' });
    expect(harness.nextDueInMs()).toBe(10_000);
  });

  it('is heard as often as its loop says, with one begin and one end', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice, loop: 3 });
    harness.pass(6000);
    expect(harness.said(id)).toEqual([sentence, sentence, sentence]);
    expect(harness.types()).toEqual(['call.speak.started', 'call.speak.ended']);
  });

  it('goes on without end when its loop is infinite', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice, loop: 'infinity' });
    harness.pass(600_000);
    expect(harness.types()).toEqual(['call.speak.started']);
    harness.does('playback_stop', id);
    expect(harness.types()).toEqual(['call.speak.started', 'call.speak.ended']);
  });

  it('waits for the speech before it', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice });
    harness.does('speak', id, { payload: 'And this.', voice });
    expect(harness.said(id)).toEqual([sentence]);
    harness.pass(2000);
    expect(harness.said(id)).toEqual([sentence, 'And this.']);
    expect(harness.types()).toEqual(['call.speak.started', 'call.speak.ended', 'call.speak.started']);
  });

  it('cuts what is heard with stop current, and goes on with the queue', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    for (const payload of ['First.', 'Second.']) harness.does('speak', id, { payload, voice });
    harness.does('speak', id, { payload: 'Third.', voice, stop: 'current' });
    expect(harness.said(id)).toEqual(['First.', 'Second.']);
    expect(harness.heard()).toMatchObject([
      { kind: 'speech' },
      { kind: 'cut', afterMs: 0 },
      { kind: 'speech' },
    ]);
    harness.pass(500);
    expect(harness.said(id)).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('clears the queue with stop all, of which the waiting ones leave no trace', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    for (const payload of ['First.', 'Second.']) harness.does('speak', id, { payload, voice });
    harness.does('speak', id, { payload: 'Third.', voice, stop: 'all' });
    expect(harness.said(id)).toEqual(['First.', 'Third.']);
    expect(harness.types()).toEqual(['call.speak.started', 'call.speak.ended', 'call.speak.started']);
  });

  it('ends with status call_hangup before call.hangup', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice });
    harness.does('speak', id, { payload: 'Never heard.', voice });
    harness.act(id, { kind: 'hang_up' });
    expect(harness.types()).toEqual(['call.speak.started', 'call.speak.ended', 'call.hangup']);
    expect(harness.payload('call.speak.ended')).toMatchObject({ status: 'call_hangup' });
  });

  it('fails when the script says that the voice provider is down', () => {
    const harness = createHarness({ script: { speech: { status: 'client_error', times: 1 } } });
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: sentence, voice });
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.speak.ended']);
    expect(harness.payload('call.speak.ended')).toMatchObject({ status: 'client_error' });
    harness.does('speak', id, { payload: 'Back again.', voice });
    expect(harness.said(id)).toEqual(['Back again.']);
  });
});

describe('playback', () => {
  const audio_url = 'https://example.com/music.mp3';

  it('takes three seconds when nothing else is known of the recording', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('playback_start', id, { audio_url });
    expect(harness.nextDueInMs()).toBe(3000);
    harness.pass(3000);
    expect(harness.types()).toEqual(['call.playback.started', 'call.playback.ended']);
    expect(harness.payload('call.playback.ended')).toMatchObject({
      media_url: audio_url,
      overlay: false,
      status: 'completed',
    });
  });

  it('takes as long as the script says of the recording', () => {
    const harness = createHarness({ script: { media: { hold_music: { durationMs: 60_000 } } } });
    const id = harness.answeredCall();
    harness.does('playback_start', id, { media_name: 'hold_music' });
    expect(harness.nextDueInMs()).toBe(60_000);
    expect(harness.payload('call.playback.started')).toMatchObject({ media_name: 'hold_music' });
  });

  it('ends as file_not_found or failed when the script says so', () => {
    const harness = createHarness({
      script: { media: { lost: { missing: true }, broken: { fails: 'no sound' } } },
    });
    const id = harness.answeredCall();
    harness.does('playback_start', id, { media_name: 'lost' });
    harness.does('playback_start', id, { media_name: 'broken' });
    harness.pass(1000);
    expect(harness.types()).toEqual(['call.playback.ended', 'call.playback.ended']);
    expect(harness.payloads('call.playback.ended')).toMatchObject([
      { status: 'file_not_found' },
      { status: 'failed', status_detail: 'no sound' },
    ]);
  });

  it('is stopped by playback_stop, with status cancelled', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('playback_start', id, { audio_url, loop: 'infinity' });
    harness.does('speak', id, { payload: 'Waiting behind.', voice });
    harness.pass(10_000);
    harness.does('playback_stop', id, { stop: 'current' });
    expect(harness.payload('call.playback.ended')).toMatchObject({ status: 'cancelled' });
    expect(harness.said(id)).toEqual(['Waiting behind.']);
  });

  it('of all clears the queue too', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('playback_start', id, { audio_url });
    harness.does('speak', id, { payload: 'Waiting behind.', voice });
    harness.does('playback_stop', id);
    harness.pass(10_000);
    expect(harness.said(id)).toEqual([]);
  });

  it('as overlay is heard over what plays and has a lane of its own', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: 'A sentence that goes on.', voice });
    harness.does('playback_start', id, { audio_url, overlay: true });
    expect(harness.types()).toEqual(['call.speak.started', 'call.playback.started']);
    harness.does('playback_stop', id, { overlay: true });
    expect(harness.types()).toEqual(['call.speak.started', 'call.playback.started', 'call.playback.ended']);
    expect(harness.payload('call.playback.ended')).toMatchObject({ overlay: true });
  });

  it('as overlay leaves the main sound alone when it is stopped, and is left alone when that is', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('playback_start', id, { audio_url, loop: 'infinity' });
    for (const media_name of ['bell', 'gong'])
      harness.does('playback_start', id, { media_name, overlay: true });
    harness.does('playback_stop', id, { overlay: true, stop: 'current' });
    expect(harness.payload('call.playback.ended')).toMatchObject({ media_name: 'bell', overlay: true });
    expect(harness.payload('call.playback.started')).toMatchObject({ media_name: 'gong' });
    harness.does('playback_stop', id, { stop: 'all' });
    expect(harness.payload('call.playback.ended')).toMatchObject({ media_url: audio_url, overlay: false });
    harness.does('playback_stop', id, { stop: 'overlay' });
    expect(harness.payload('call.playback.ended')).toMatchObject({ media_name: 'gong', overlay: true });
  });

  it('as a prompt that is stopped leaves its gather waiting for keys', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('gather_using_audio', id, { audio_url, maximum_digits: 1 });
    harness.does('playback_stop', id);
    expect(harness.payload('call.playback.ended')).toMatchObject({ status: 'cancelled' });
    harness.act(id, { kind: 'press', digits: '5' });
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '5', status: 'valid' });
  });

  it('is silently accepted when there is nothing to stop', () => {
    const harness = createHarness();
    harness.does('playback_stop', harness.answeredCall());
    expect(harness.types()).toEqual([]);
  });
});

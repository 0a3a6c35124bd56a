import { describe, expect, test } from 'vitest';
import { actions, at, carrierEvent, flowOf, play, rung } from './testing/moments.ts';

const sound = 'https://example.com/sounds/hello.mp3';
const steps = [
  ['speak', { payload: 'Hello.' }, 'call.speak.ended', 'done'],
  ['playback_start', { audio_url: sound }, 'call.playback.ended', 'done'],
  ['gather', {}, 'call.gather.ended', 'collected'],
  ['gather_using_speak', { payload: 'Your number?' }, 'call.gather.ended', 'collected'],
  ['gather_using_audio', { audio_url: sound }, 'call.gather.ended', 'collected'],
  ['menu', { prompts: [{ text: 'Press 1.' }], choices: [{ digits: '1' }] }, 'call.gather.ended', '1'],
  ['confirm', { text: 'Is that right?' }, 'call.gather.ended', 'yes'],
  ['voicemail', { greeting: { text: 'Leave a message.' } }, 'call.speak.ended', 'recorded'],
] as const;

describe('what ends because the caller has hung up', () => {
  test.each(steps)(
    '%s waits for the hang-up itself, and nothing more is sent',
    (type, params, ended, exit) => {
      const flow = flowOf({
        incoming: { type: 'start', exits: { incoming: 'step' } },
        step: { type, params, exits: { [exit]: 'tell', no_input: 'tell', invalid: 'tell', error: 'tell' } },
        tell: { type: 'http_request', params: { url: 'https://example.com/reached-the-end' } },
      });
      const begun = play(flow, rung);
      const cut = [...rung, carrierEvent(ended, 3, at(2, { status: 'call_hangup', digits: null }))];
      const during = play(flow, cut);
      expect(actions(during)).toEqual(actions(begun));
      expect(during.call).toMatchObject({ node: 'step', state: 'answered' });

      const cause = { hangup_cause: 'normal_clearing', hangup_source: 'caller' };
      const after = play(flow, [...cut, carrierEvent('call.hangup', 3, at(2, cause))]);
      expect(actions(after)).not.toContain('http_request');
      expect(after.call.state).toBe('ended');
    },
  );
});

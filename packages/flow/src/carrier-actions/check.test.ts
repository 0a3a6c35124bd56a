import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { checkCarrierAction } from './index.ts';

/** Complaints as a person reads them: where, how bad, what is wrong. */
function told(action: string, body: JsonObject): readonly string[] {
  return checkCarrierAction(action, body).map(
    ({ path, severity, message }) => `${path.join('.')} ${severity}: ${message}`,
  );
}

function cures(action: string, body: JsonObject): readonly string[] {
  return checkCarrierAction(action, body).map(({ cure }) => cure);
}

test.each<[string, JsonObject]>([
  ['streaming_stop', {}],
  ['streaming_start', { stream_url: 'wss://example.com/stream', stream_bidirectional_sampling_rate: 16000 }],
  ['streaming_start', { custom_parameters: [{ name: 'line', value: 'clinic' }] }],
  ['fork_start', { rx: 'udp:192.0.2.1:9000', tx: 'udp:192.0.2.1:9001' }],
  ['siprec_start', { session_timeout_secs: 0, secure: true }],
  ['siprec_start', { session_timeout_secs: 90, siprec_track: 'both_tracks' }],
  ['send_sip_info', { content_type: 'application/json', body: '{}' }],
  [
    'pay',
    { amount: 10.5, currency: 'USD', valid_card_types: ['visa'], prompts: { 'postal-code': 'Your code?' } },
  ],
  ['ai_assistant_join', { conversation_id: 'c', participant: { id: 'v3:abc', role: 'user' } }],
  [
    'conversation_relay_start',
    { url: 'wss://example.com', voice_settings: { type: 'telnyx', voice_speed: 1 } },
  ],
  ['speak', { payload: 'Hello', voice: 'Telnyx.KokoroTTS.af', loop: 'infinity' }],
  ['gather', { terminating_digit: '' }],
  ['answer', { custom_headers: [{ name: 'X-Account', value: '' }], sip_headers: null }],
])('%s takes %j', (action, body) => {
  expect(checkCarrierAction(action, body)).toEqual([]);
});

describe('an action the carrier does not have', () => {
  test.each([
    ['stream_start', 'streaming_start'],
    ['startTranscription', 'transcription_start'],
    ['sendDTMF', 'send_dtmf'],
    ['record_strat', 'record_start'],
  ])('%s is answered with the names near it', (action, near) => {
    expect(checkCarrierAction(action, { anything: 1 })).toEqual([
      expect.objectContaining({
        path: [],
        severity: 'error',
        message: `The carrier has no action "${action}" for a flow.`,
        cure: expect.stringContaining(near),
      }),
    ]);
  });

  test.each(['make_coffee', 'client_state_update', 'toString', '{{ vars.action }}'])(
    '%s is answered with an example',
    (action) => {
      expect(cures(action, {})).toEqual(['Choose an action from the list, like streaming_start.']);
    },
  );

  test('no name at all is asked for one', () => {
    expect(told('', {})).toEqual([' error: No action is chosen.']);
  });
});

describe('what must be there', () => {
  test('is named when it is missing, empty or null', () => {
    for (const body of [{}, { role: '' }, { role: null }]) {
      expect(told('switch_supervisor_role', body)).toEqual([
        'role error: role is missing; the carrier refuses switch_supervisor_role without it.',
      ]);
      expect(cures('switch_supervisor_role', body)).toEqual(['Add role: one of barge, whisper, monitor.']);
    }
  });

  test('is named inside an object and a list, too', () => {
    expect(told('ai_assistant_join', { conversation_id: 'c', participant: { id: 'v3:abc' } })).toEqual([
      'participant.role error: participant.role is missing; the carrier refuses ai_assistant_join without it.',
    ]);
    expect(
      checkCarrierAction('conversation_relay_start', { url: 'ws://a', languages: [{}] })[0]?.path,
    ).toEqual(['languages', 0, 'language']);
  });

  test('may be one of several', () => {
    expect(told('conversation_relay_start', {})).toEqual([
      'url error: The carrier refuses conversation_relay_start without one of url, conversation_relay_url, conversation_relay_settings.',
    ]);
    expect(told('bridge', { queue: 'support', call_control_id: 'v3:abc' })).toEqual([
      "queue error: call_control_id and queue can't be used together.",
    ]);
  });
});

describe('what the carrier does not know', () => {
  test('is a warning that names what was meant', () => {
    expect(told('send_dtmf', { digits: '1', duration_milis: 250 })).toEqual([
      'duration_milis warning: "duration_milis" is not a parameter of send_dtmf; the carrier refuses it or passes over it.',
    ]);
    expect(cures('send_dtmf', { digits: '1', duration_milis: 250 })).toEqual([
      'Did you mean duration_millis?',
    ]);
    expect(cures('siprec_stop', { colour: 'red' })).toEqual(['Check the spelling, or remove it.']);
  });

  test('is a warning inside an object, too', () => {
    expect(told('streaming_start', { dialogflow_config: { mood: true } })).toHaveLength(1);
    expect(checkCarrierAction('streaming_start', { dialogflow_config: { mood: true } })[0]?.path).toEqual([
      'dialogflow_config',
      'mood',
    ]);
  });

  test('passes where the carrier leaves an object open', () => {
    const open = {
      url: 'ws://a',
      custom_parameters: { colour: 'red' },
      voice_settings: { type: 'aws', rate: 2 },
    };
    expect(checkCarrierAction('conversation_relay_start', open)).toEqual([]);
  });

  test('is a warning where Gatherline sets it itself', () => {
    expect(told('siprec_stop', { client_state: 'eA==', command_id: '1' })).toEqual([
      "client_state warning: Gatherline sets client_state itself, so that the carrier's news finds this step.",
      "command_id warning: Gatherline sets command_id itself, so that the carrier's news finds this step.",
    ]);
  });
});

test.each<[string, JsonObject]>([
  ['send_dtmf', { digits: '{{ vars.keys }}', duration_millis: '{{ vars.length }}' }],
  [
    'streaming_start',
    { stream_url: '{{ resources.stream }}', enable_dialogflow: '{% if vars.ai %}true{% endif %}' },
  ],
  ['ai_assistant_join', { conversation_id: 'c', participant: '{{ vars.agent }}' }],
  ['pay', { valid_card_types: ['{{ vars.card }}'], prompts: '{{ vars.prompts }}' }],
  ['speak', { payload: 'Hi', voice: 'male', voice_settings: { type: '{{ vars.provider }}', anything: 1 } }],
])('%s lets the templates of %j pass, as their values are known only in a call', (action, body) => {
  expect(checkCarrierAction(action, body)).toEqual([]);
});

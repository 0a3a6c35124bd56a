import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerJson, type Loopback, startLoopback } from '../testing/loopback.ts';
import { endpointOf, isRepeatable, legPath } from './endpoints.ts';

const id = 'v3:MdI91X4l_WFEs7-Igb=';
let server: Loopback;
let calls: Telnyx['calls'];
let queues: Telnyx['queues'];
let messages: Telnyx['messages'];

beforeAll(async () => {
  server = await startLoopback((response) => answerJson(response, 200, { data: { result: 'ok' } }));
  const client = new Telnyx({ apiKey: 'KEY', baseURL: server.origin, maxRetries: 0 });
  ({ calls, queues, messages } = client);
});

afterAll(() => server.close());

const joinBody = { conversation_id: 'c1', participant: { id, role: 'user' } } as const;
const dialBody = { connection_id: '1', from: '+13125550100', to: '+13125550101' };

// The SDK's own words for each action, so that its request and not our reading of the documentation is the witness.
const bySdk: Record<string, (actions: Telnyx['calls']['actions']) => Promise<unknown>> = {
  answer: (actions) => actions.answer(id, {}),
  reject: (actions) => actions.reject(id, { cause: 'USER_BUSY' }),
  hangup: (actions) => actions.hangup(id, {}),
  speak: (actions) => actions.speak(id, { payload: 'Hi', voice: 'female' }),
  playback_start: (actions) => actions.startPlayback(id, {}),
  playback_stop: (actions) => actions.stopPlayback(id, {}),
  gather: (actions) => actions.gather(id, {}),
  gather_using_speak: (actions) => actions.gatherUsingSpeak(id, { payload: 'Hi', voice: 'female' }),
  gather_using_audio: (actions) => actions.gatherUsingAudio(id, {}),
  gather_using_ai: (actions) => actions.gatherUsingAI(id, { parameters: {} }),
  gather_stop: (actions) => actions.stopGather(id, {}),
  ai_assistant_start: (actions) => actions.startAIAssistant(id, {}),
  ai_assistant_stop: (actions) => actions.stopAIAssistant(id, {}),
  ai_assistant_add_messages: (actions) => actions.addAIAssistantMessages(id, {}),
  ai_assistant_join: (actions) => actions.joinAIAssistant(id, joinBody),
  conversation_relay_start: (actions) => actions.startConversationRelay(id, { url: 'wss://example.com' }),
  conversation_relay_stop: (actions) => actions.stopConversationRelay(id, {}),
  fork_start: (actions) => actions.startForking(id, {}),
  fork_stop: (actions) => actions.stopForking(id, {}),
  pay: (actions) => actions.pay(id, {}),
  send_sip_info: (actions) => actions.sendSipInfo(id, { body: 'x', content_type: 'text/plain' }),
  siprec_start: (actions) => actions.startSiprec(id, {}),
  siprec_stop: (actions) => actions.stopSiprec(id, {}),
  streaming_start: (actions) => actions.startStreaming(id, {}),
  streaming_stop: (actions) => actions.stopStreaming(id, {}),
  switch_supervisor_role: (actions) => actions.switchSupervisorRole(id, { role: 'whisper' }),
  transfer: (actions) => actions.transfer(id, { to: '+13125550100' }),
  bridge: (actions) => actions.bridge(id, { call_control_id_to_bridge_with: 'v3:other' }),
  enqueue: (actions) => actions.enqueue(id, { queue_name: 'support' }),
  leave_queue: (actions) => actions.leaveQueue(id, {}),
  record_start: (actions) => actions.startRecording(id, { channels: 'single', format: 'mp3' }),
  record_stop: (actions) => actions.stopRecording(id, {}),
  record_pause: (actions) => actions.pauseRecording(id, {}),
  record_resume: (actions) => actions.resumeRecording(id, {}),
  send_dtmf: (actions) => actions.sendDtmf(id, { digits: '1' }),
  refer: (actions) => actions.refer(id, { sip_address: 'sip:a@example.com' }),
  transcription_start: (actions) => actions.startTranscription(id, {}),
  transcription_stop: (actions) => actions.stopTranscription(id, {}),
  suppression_start: (actions) => actions.startNoiseSuppression(id, {}),
  suppression_stop: (actions) => actions.stopNoiseSuppression(id, {}),
  client_state_update: (actions) => actions.updateClientState(id, { client_state: 'eA==' }),
  dial: () => calls.dial(dialBody),
  send_message: () => messages.send({ to: '+13125550101', text: 'Hi' }),
  retrieve_queue: () => queues.retrieve('front desk'),
  retrieve_queue_call: () => queues.calls.retrieve(id, { queue_name: 'front desk' }),
};

const legless: readonly string[] = ['dial', 'send_message'];

const ourEndpoint = (action: string) =>
  endpointOf({
    action,
    callControlId: legless.includes(action) ? null : id,
    commandId: 'c',
    body: { queue_name: 'front desk' },
  });

describe('endpointOf', () => {
  it.each(Object.keys(bySdk))('sends %s to the method and path of the official SDK', async (action) => {
    await bySdk[action]?.(calls.actions);
    const sent = server.requests.at(-1);
    const ours = ourEndpoint(action);
    // The SDK leaves ":" and "=" as they are; as parts of a path segment both spellings are the same.
    expect([ours?.method, decodeURIComponent(ours?.path ?? '')]).toEqual([
      sent?.method,
      decodeURIComponent(sent?.path ?? ''),
    ]);
  });

  it('knows every action of the official SDK', () => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(calls.actions));
    const others = ['dial', 'send_message', 'retrieve_queue', 'retrieve_queue_call'];
    expect(Object.keys(bySdk).filter((action) => !others.includes(action))).toHaveLength(
      methods.filter((name) => name !== 'constructor').length,
    );
  });

  it.each(['.', '..', '', 7])('asks nothing about a queue of the name %j', (name) => {
    const command = { action: 'retrieve_queue', callControlId: id, commandId: 'c' };
    expect(endpointOf({ ...command, body: { queue_name: name } })).toBeNull();
  });

  it('sends any other action by its name', () => {
    expect(ourEndpoint('fork_start')).toMatchObject({
      method: 'POST',
      path: `/calls/${encodeURIComponent(id)}/actions/fork_start`,
      takesCommandId: true,
      isRepeatable: true,
    });
  });
});

describe('isRepeatable', () => {
  it('is false for what the carrier would do twice', () => {
    expect(Object.keys(bySdk).filter((action) => !isRepeatable(action))).toEqual([
      'siprec_start',
      'send_message',
    ]);
  });

  it('is true for what a command_id makes harmless, known here or not', () => {
    expect(['speak', 'dial', 'something_new'].map(isRepeatable)).toEqual([true, true, true]);
  });
});

describe('legPath', () => {
  it('asks for the status of a call where the official SDK asks', async () => {
    await calls.retrieveStatus(id);
    expect(decodeURIComponent(legPath(id, '') ?? '')).toBe(
      decodeURIComponent(server.requests.at(-1)?.path ?? ''),
    );
  });
});

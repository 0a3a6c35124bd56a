import Telnyx from 'telnyx';
import { describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import { carrierAtHand } from './testing/carrier-at-hand.ts';
import { sdkAtHand } from './testing/sdk-at-hand.ts';

type Events = Awaited<ReturnType<Awaited<ReturnType<typeof sdkAtHand>>['verified']>>;

const voice = 'Telnyx.KokoroTTS.af';
const ok = { data: { result: 'ok' } };

describe('the official client', () => {
  it('answers, speaks, plays, stops and hangs up', async () => {
    const { client, dialIn } = await sdkAtHand();
    const id = await dialIn();
    const { actions } = client.calls;
    expect(await actions.answer(id, { client_state: 'YQ==' })).toEqual(ok);
    expect(await actions.speak(id, { payload: 'Hello.', voice, command_id: 'c1' })).toEqual(ok);
    expect(await actions.startPlayback(id, { audio_url: 'https://example.com/a.mp3' })).toEqual(ok);
    expect(await actions.stopPlayback(id, { stop: 'all' })).toEqual(ok);
    expect(await actions.updateClientState(id, { client_state: 'Yg==' })).toEqual(ok);
    expect(await actions.hangup(id, {})).toEqual(ok);
  });

  it('gathers in every form and stops gathering', async () => {
    const { client, answeredCall } = await sdkAtHand();
    const id = await answeredCall();
    const { actions } = client.calls;
    expect(await actions.gather(id, { minimum_digits: 2, valid_digits: '123' })).toEqual(ok);
    expect(await actions.gatherUsingSpeak(id, { payload: 'Press one.', voice, maximum_tries: 2 })).toEqual(
      ok,
    );
    expect(await actions.gatherUsingAudio(id, { media_name: 'menu' })).toEqual(ok);
    expect(await actions.stopGather(id, {})).toEqual(ok);
    const parameters = { type: 'object', properties: { age: { type: 'integer', description: 'Your age' } } };
    const { data } = await actions.gatherUsingAI(id, { parameters, greeting: 'Hello.' });
    expect(data).toMatchObject({ result: 'ok', conversation_id: expect.any(String) });
  });

  it('starts an assistant, tells it something, lets a leg join, and stops it', async () => {
    const { client, answeredCall } = await sdkAtHand();
    const [id, other] = [await answeredCall(), await answeredCall()];
    const { actions } = client.calls;
    const { data } = await actions.startAIAssistant(id, {
      assistant: { id: 'assistant-1', instructions: 'Help.', dynamic_variables: { name: 'Ann' } },
      greeting: 'Hello.',
      interruption_settings: { enable: true },
      message_history: [{ role: 'user', content: 'I called before.' }],
      participants: [{ id: other, role: 'user', on_hangup: 'continue_conversation' }],
      send_message_history_updates: true,
      transcription: { model: 'deepgram/nova-3', language: 'auto' },
    });
    const conversation = { result: 'ok', conversation_id: expect.any(String) };
    expect(data).toMatchObject(conversation);
    expect(
      await actions.addAIAssistantMessages(id, {
        messages: [
          { role: 'system', content: 'The doctor is late.' },
          { role: 'tool', content: '42', tool_call_id: 'x' },
        ],
        trigger_response: true,
      }),
    ).toEqual(ok);
    const joining = {
      conversation_id: data?.conversation_id ?? '',
      participant: { id: other, role: 'user' as const },
    };
    expect((await actions.joinAIAssistant(id, joining)).data).toMatchObject(conversation);
    await expect(actions.startAIAssistant(id, {})).rejects.toMatchObject({
      status: 422,
      error: { errors: [{ code: '90061' }] },
    });
    expect(await actions.stopAIAssistant(id, {})).toEqual(ok);
  });

  it('asks how a line of waiting calls stands', async () => {
    const { client, answeredCall } = await sdkAtHand();
    const [first, second] = [await answeredCall(), await answeredCall()];
    const queue_name = 'front desk';
    for (const id of [first, second]) await client.calls.actions.enqueue(id, { queue_name });
    expect((await client.queues.retrieve(queue_name)).data).toMatchObject({
      name: queue_name,
      current_size: 2,
    });
    expect((await client.queues.calls.retrieve(second, { queue_name })).data).toMatchObject({
      call_control_id: second,
      queue_position: 2,
      record_type: 'queue_call',
    });
  });

  it('rejects, transfers, dials and asks for the status', async () => {
    const { client, dialIn, answeredCall } = await sdkAtHand();
    expect(await client.calls.actions.reject(await dialIn(), { cause: 'USER_BUSY' })).toEqual(ok);
    expect(await client.calls.actions.transfer(await answeredCall(), { to: '+13125550199' })).toEqual(ok);
    const { data } = await client.calls.dial({
      connection_id: '28',
      from: '+13125550111',
      to: '+13125550199',
    });
    expect(data).toMatchObject({ is_alive: false, record_type: 'call' });
    const status = await client.calls.retrieveStatus(data?.call_control_id ?? '');
    expect(status.data).toMatchObject({ call_control_id: data?.call_control_id, is_alive: true });
  });

  it('gets errors of the right class', async () => {
    const { client, dialIn, url } = await sdkAtHand();
    const id = await dialIn();
    const { actions } = client.calls;
    await expect(actions.speak(id, { payload: 'Hello.', voice })).rejects.toThrow(
      Telnyx.UnprocessableEntityError,
    );
    await expect(actions.speak(id, { payload: 'Hello.', voice })).rejects.toMatchObject({
      status: 422,
      error: { errors: [{ code: '90034' }] },
    });
    await expect(actions.hangup('v3:nobody', {})).rejects.toThrow(Telnyx.NotFoundError);
    await expect(client.calls.retrieveStatus('v3:nobody')).rejects.toThrow(Telnyx.NotFoundError);
    const stranger = new Telnyx({ apiKey: 'OTHER', baseURL: `${url}/v2`, maxRetries: 0 });
    await expect(stranger.calls.actions.hangup(id, {})).rejects.toThrow(Telnyx.AuthenticationError);
  });

  it('retries a fault of the server with the same command_id, to one effect', async () => {
    const fault = { action: 'speak', status: 500, code: '10007', title: 'Unexpected error', times: 1 };
    const { answeredCall, emulator, url } = await sdkAtHand({ faults: [fault] });
    const id = await answeredCall();
    const patient = new Telnyx({ apiKey: 'KEY', baseURL: `${url}/v2`, maxRetries: 1 });
    expect(await patient.calls.actions.speak(id, { payload: 'Once.', voice, command_id: 'c1' })).toEqual(ok);
    expect(emulator.commands().filter(({ action }) => action === 'speak')).toHaveLength(1);
  });
});

describe('the official verifier', () => {
  it('accepts every webhook of a call with speech, keys, an assistant, a transfer and its end', async () => {
    const { application, client, answeredCall, passUntil, verified } = await sdkAtHand({
      parties: { '+13125550199': { hangsUpAfterMs: 5000 } },
    });
    const id = await answeredCall();
    const { actions } = client.calls;
    await actions.speak(id, { payload: 'Hello.', voice });
    await actions.gatherUsingAudio(id, {
      media_name: 'menu',
      maximum_digits: 1,
      maximum_tries: 1,
      timeout_millis: 1000,
    });
    await passUntil('call.gather.ended');
    const parameters = { type: 'object', properties: { age: { type: 'integer' } } };
    await actions.gatherUsingAI(id, {
      parameters,
      send_partial_results: true,
      send_message_history_updates: true,
    });
    await actions.stopGather(id, {});
    await actions.transfer(id, { to: '+13125550199' });
    await passUntil('call.hangup', 2);
    expect(typesOf(await verified())).toEqual(application.types());
    expect(new Set(application.types())).toEqual(
      new Set([
        'call.initiated',
        'call.answered',
        'call.speak.started',
        'call.speak.ended',
        'call.playback.started',
        'call.playback.ended',
        'call.gather.ended',
        'call.ai_gather.message_history_updated',
        'call.ai_gather.ended',
        'call.conversation.ended',
        'call.bridged',
        'call.hangup',
      ]),
    );
  });

  it('accepts every webhook of an assistant, and of machines told from people', async () => {
    const machine = { machine: true, greetsForMs: 4000 };
    const { application, client, answeredCall, passUntil, verified } = await sdkAtHand({
      parties: { '+13125550199': machine, '+13125550122': machine },
    });
    const id = await answeredCall();
    await client.calls.actions.startAIAssistant(id, { assistant: { id: 'assistant-1' } });
    await client.calls.actions.stopAIAssistant(id, {});
    await passUntil('call.conversation_insights.generated');
    const call = { connection_id: '28', from: '+13125550111' };
    const config = { total_analysis_time_millis: 5000, greeting_duration_millis: 2000 };
    await client.calls.dial({
      ...call,
      to: '+13125550199',
      answering_machine_detection: 'greeting_end',
      answering_machine_detection_config: config,
    });
    await client.calls.actions.transfer(id, { to: '+13125550122', answering_machine_detection: 'premium' });
    await passUntil('call.machine.greeting.ended');
    await passUntil('call.machine.premium.greeting.ended');
    const events = await verified();
    expect(typesOf(events)).toEqual(application.types());
    expect(new Set(application.types())).toEqual(
      new Set([
        'call.initiated',
        'call.answered',
        'call.conversation.ended',
        'call.conversation_insights.generated',
        'call.bridged',
        'call.machine.detection.ended',
        'call.machine.greeting.ended',
        'call.machine.premium.detection.ended',
        'call.machine.premium.greeting.ended',
      ]),
    );
  });

  it('refuses a body that was changed on the way', async () => {
    const { application, client, dialIn } = await sdkAtHand();
    await dialIn();
    const [first] = application.delivered;
    const headers = Object.fromEntries(
      Object.entries(first?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    await expect(client.webhooks.unwrap(`${first?.body} `, { headers })).rejects.toThrow('signature');
  });

  it('accepts webhooks signed while the emulator’s clock is far from the real one', async () => {
    const carrier = await carrierAtHand({ clock: manualClock(0) });
    await carrier.dialIn();
    const [first] = carrier.application.delivered;
    const client = new Telnyx({ apiKey: 'KEY', publicKey: carrier.emulator.publicKey });
    const headers = Object.fromEntries(
      Object.entries(first?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    await expect(client.webhooks.unwrap(first?.body ?? '', { headers })).resolves.toMatchObject({
      data: { event_type: 'call.initiated', payload: { direction: 'incoming' } },
    });
  });
});

function typesOf(events: Events) {
  return events.map(
    (event) => 'data' in event && event.data && 'event_type' in event.data && event.data.event_type,
  );
}

import type Telnyx from 'telnyx';
import { expect, it } from 'vitest';
import { sdkAtHand } from './testing/sdk-at-hand.ts';

const ok = { data: { result: 'ok' } };
const colleague = '+13125550199';
const sip_address = 'sip:support@example.com';
const busyAddress = 'sip:busy@example.com';

const script = {
  parties: { [busyAddress]: { busy: true } },
  queues: { staffed: { answersAfterMs: 3000, hangsUpAfterMs: 3000 } },
};

type Asked = {
  actions: Telnyx['calls']['actions'];
  id: string;
  /** A leg that the application has dialled, answered too. */
  other: string;
  says: (text: string) => Promise<unknown>;
};

type Row = {
  methods: string;
  /** One call after the other; the last one's webhooks are waited for. */
  asks: ((asked: Asked) => Promise<unknown>)[];
  webhooks: string[];
};

const tape = { channels: 'dual', format: 'mp3' } as const;

const rows: Row[] = [
  {
    methods: 'startRecording, pauseRecording, resumeRecording and stopRecording',
    asks: [
      ({ actions, id }) => actions.startRecording(id, { ...tape, play_beep: true, max_length: 60 }),
      ({ actions, id }) => actions.pauseRecording(id, {}),
      ({ actions, id }) => actions.resumeRecording(id, {}),
      ({ actions, id }) => actions.stopRecording(id, {}),
    ],
    webhooks: ['call.recording.saved'],
  },
  {
    methods: 'startRecording with silence and a transcript',
    asks: [
      ({ actions, id }) => actions.startRecording(id, { ...tape, timeout_secs: 3, transcription: true }),
      ({ says }) => says('This is Ann. Please call me back.'),
    ],
    webhooks: ['call.recording.saved', 'call.recording.transcription.saved'],
  },
  {
    methods: 'startTranscription and stopTranscription',
    asks: [
      ({ actions, id }) =>
        actions.startTranscription(id, { transcription_engine: 'Telnyx', transcription_tracks: 'both' }),
      ({ says }) => says('Hello.'),
      ({ actions, id }) => actions.stopTranscription(id, {}),
    ],
    webhooks: ['call.transcription'],
  },
  {
    methods: 'startNoiseSuppression and stopNoiseSuppression',
    asks: [
      ({ actions, id }) => actions.startNoiseSuppression(id, { direction: 'both' }),
      ({ actions, id }) => actions.stopNoiseSuppression(id, {}),
    ],
    webhooks: [],
  },
  {
    methods: 'sendDtmf',
    asks: [({ actions, id }) => actions.sendDtmf(id, { digits: '1w2#', duration_millis: 300 })],
    webhooks: [],
  },
  {
    methods: 'bridge, and sendDtmf to the other leg',
    asks: [
      ({ actions, id, other }) => actions.bridge(id, { call_control_id_to_bridge_with: other }),
      ({ actions, id }) => actions.sendDtmf(id, { digits: '5' }),
    ],
    webhooks: ['call.bridged', 'call.bridged', 'call.dtmf.received'],
  },
  {
    methods: 'enqueue and leaveQueue',
    asks: [
      ({ actions, id }) => actions.enqueue(id, { queue_name: 'support', max_wait_time_secs: 600 }),
      ({ actions, id }) => actions.leaveQueue(id, {}),
    ],
    webhooks: ['call.enqueued', 'call.dequeued'],
  },
  {
    methods: 'enqueue, and bridge with the queue',
    asks: [
      ({ actions, id }) => actions.enqueue(id, { queue_name: 'support', max_size: 3 }),
      ({ actions, id, other }) =>
        actions.bridge(other, { call_control_id_to_bridge_with: id, queue: 'support' }),
    ],
    webhooks: ['call.enqueued', 'call.dequeued', 'call.bridged', 'call.bridged'],
  },
  {
    methods: 'enqueue where an agent answers',
    asks: [({ actions, id }) => actions.enqueue(id, { queue_name: 'staffed', keep_after_hangup: true })],
    webhooks: ['call.enqueued', 'call.dequeued', 'call.bridged', 'call.hangup'],
  },
  {
    methods: 'refer',
    asks: [({ actions, id }) => actions.refer(id, { sip_address })],
    webhooks: ['call.refer.started', 'call.refer.completed', 'call.hangup'],
  },
  {
    methods: 'refer to somebody busy',
    asks: [({ actions, id }) => actions.refer(id, { sip_address: busyAddress })],
    webhooks: ['call.refer.started', 'call.refer.failed'],
  },
  {
    methods: 'what is not played',
    asks: [
      ({ actions, id }) => actions.startForking(id, { rx: 'udp:192.0.2.1:9000', tx: 'udp:192.0.2.1:9001' }),
      ({ actions, id }) => actions.stopForking(id, {}),
      ({ actions, id }) => actions.startStreaming(id, { stream_url: 'wss://example.com/audio' }),
      ({ actions, id }) => actions.stopStreaming(id, {}),
      ({ actions, id }) => actions.startSiprec(id, { connector_name: 'recorder' }),
      ({ actions, id }) => actions.stopSiprec(id, {}),
      ({ actions, id }) => actions.sendSipInfo(id, { body: '{}', content_type: 'application/json' }),
      ({ actions, id }) => actions.switchSupervisorRole(id, { role: 'barge' }),
    ],
    webhooks: [],
  },
];

/** A caller whom the application has answered, and somebody whom it has dialled, who has answered too. */
async function twoCalls() {
  const carrier = await sdkAtHand(script);
  const { answeredCall, ask, client, passUntil } = carrier;
  const { data } = await client.calls.dial({ connection_id: '28', from: '+13125550111', to: colleague });
  await passUntil('call.answered');
  const id = await answeredCall();
  await passUntil('call.answered', 2);
  return {
    ...carrier,
    id,
    other: data?.call_control_id ?? '',
    says: async (text: string) => {
      await ask('POST', `/emulator/calls/${encodeURIComponent(id)}/acts`, { kind: 'say', text });
      return ok;
    },
  };
}

it.each(rows)(
  'the official client can call $methods, and verifies what follows',
  async ({ asks, webhooks }) => {
    const { application, client, id, other, passUntil, says, verified } = await twoCalls();
    const before = application.types();
    for (const ask of asks) {
      expect(await ask({ actions: client.calls.actions, id, other, says })).toEqual(ok);
    }
    const last = webhooks.at(-1);
    const count = [...before, ...webhooks].filter((type) => type === last).length;
    if (last !== undefined) await passUntil(last, count);
    expect(application.types()).toEqual([...before, ...webhooks]);
    expect(await verified()).toHaveLength(before.length + webhooks.length);
  },
);

it('the official client can send a text message, and has a class for its refusal', async () => {
  const { client, emulator } = await sdkAtHand();
  const message = { from: '+13125550111', to: colleague, text: 'Your table is booked.' };
  const { data } = await client.messages.send(message);
  expect(data).toMatchObject({ record_type: 'message', to: [{ phone_number: colleague, status: 'queued' }] });
  expect(emulator.line().texts()).toMatchObject([{ ...message, id: data?.id }]);
  await expect(client.messages.send({ ...message, to: 'nobody' })).rejects.toMatchObject({
    status: 400,
    error: { errors: [{ code: '40310' }] },
  });
});

it('the official verifier accepts the webhook of a recording that failed', async () => {
  const trouble = { reason: 'Internal server error', times: null };
  const { application, answeredCall, client, passUntil, verified } = await sdkAtHand({ recording: trouble });
  const id = await answeredCall();
  const { data } = await client.calls.actions.startRecording(id, tape);
  expect(data).toEqual(ok.data);
  await client.calls.actions.stopRecording(id, {});
  await passUntil('call.recording.error');
  expect(application.types().at(-1)).toBe('call.recording.error');
  expect(await verified()).toHaveLength(application.types().length);
});

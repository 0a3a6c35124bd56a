import { setTimeout as moment } from 'node:timers/promises';
import { createEmulator, type Emulator, type Heard, type PhoneLine, scaledClock } from '@gatherline/emulator';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Child, startChild } from './testing/child.ts';
import { createClient } from './testing/client.ts';
import { ask } from './testing/database.ts';
import { greetingFlow } from './testing/flows.ts';
import { flowsFolder } from './testing/flows-folder.ts';
import { closedPort } from './testing/local-server.ts';
import { openRetryingProxy } from './testing/retrying-proxy.ts';
import { readStream } from './testing/read-stream.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const kills = 20;
const callsPerLife = 3;
const longestLifeMs = 500;
/** The carrier's time runs this much faster: its minute of remembering a command_id is still longer than a restart. */
const speed = 4;

const wholeCall = ['answer', 'speak', 'gather_using_speak', 'speak', 'hangup'];

/** What a caller does when they hear something, and which commands the call then takes at least and at most. */
const people = [
  { hears: 'Press 1.', act: { kind: 'press', digits: '1' }, least: wholeCall },
  { hears: 'nothing they would answer to', act: { kind: 'hang_up' }, least: wholeCall },
  { hears: 'Hello.', act: { kind: 'hang_up' }, least: ['answer', 'speak'] },
] as const;

it('loses no call and says nothing twice over twenty kills at any moment', { timeout: 240_000 }, async () => {
  const seed = 20261122;
  const random = createRandom(seed);
  const harness = await openHarness();
  const inFlight: string[] = [];

  for (let life = 0; life < kills; life += 1) {
    const child = harness.start();
    for (let call = 0; call < callsPerLife; call += 1) {
      await moment(random() * 100);
      await harness.ring();
    }
    await child.listening;
    await moment(random() * longestLifeMs);
    child.process.kill('SIGKILL');
    await child.exited;
    inFlight.push(...harness.unsettled());
  }

  const url = await harness.start().listening;
  await harness.everybodyHungUp();
  for (const { callControlId } of harness.phones) {
    const stream = await readStream(`${url}/api/calls/${encodeURIComponent(callControlId)}/stream`);
    expect((await stream.toEnd()).at(-1)?.event, `seed ${seed}`).toBe('end');
  }
  await expectPlannedCalls(harness, url);
  expectNothingTwice(harness.emulator, inFlight);
});

type Harness = Awaited<ReturnType<typeof openHarness>>;

async function expectPlannedCalls({ emulator, phones }: Harness, url: string): Promise<void> {
  const { call: read } = createClient(url);
  for (const [index, { callControlId }] of phones.entries()) {
    const done = emulator
      .commands()
      .filter(({ call_control_id, repeat }) => call_control_id === callControlId && !repeat)
      .map(({ action }) => action);
    const { least } = personOf(index);
    const { call, trace } = await read(callControlId);
    const why = trace.flatMap((line) => (line.exit === 'error' ? [String(line.why)] : []));
    expect(call.state).toBe('ended');
    expect(done.slice(0, least.length), `call ${index}: ${why.join(' ')}`).toEqual(least);
    expect(wholeCall.slice(0, done.length), `call ${index}`).toEqual(done);
    expect(trace.filter(({ kind }) => kind === 'refused')).toEqual([]);
  }
}

/** A command may come again only after a kill at which it was not settled, once for each; and the carrier knows it. */
function expectNothingTwice(emulator: Emulator, inFlight: readonly string[]): void {
  const repeats = emulator.commands().flatMap(({ command_id: id, repeat }) => (repeat ? [id ?? ''] : []));
  const times = (ids: readonly string[], id: string) => ids.filter((one) => one === id).length;
  expect(repeats.filter((id) => times(repeats, id) > times(inFlight, id))).toEqual([]);
}

async function openHarness() {
  const port = await closedPort();
  const relay = await openRetryingProxy(`http://127.0.0.1:${port}`);
  const emulator = createEmulator({
    webhookUrl: `${relay}/webhooks/telnyx`,
    apiKey: 'KEY',
    clock: scaledClock(speed),
  });
  const carrier = await emulator.listen(0);
  onTestFinished(() => emulator.close());
  const phones: PhoneLine[] = [];
  const over = new Set<string>();
  emulator.onHeard((heard) => {
    if (heard.kind === 'hung_up') over.add(heard.callControlId);
    void react(phones, heard);
  });

  const DATA_DIR = temporaryFolder();
  const variables = {
    PORT: String(port),
    DATA_DIR,
    FLOWS_DIR: flowsFolder([greetingFlow()]),
    TELNYX_API_KEY: 'KEY',
    TELNYX_PUBLIC_KEY: emulator.publicKey,
    TELNYX_API_BASE: `${carrier.url}/v2`,
  };
  return {
    emulator,
    phones,
    start: (): Child => startChild(variables),
    /** The ids of the commands whose outcome the dead service had not written down. */
    unsettled(): readonly string[] {
      const rows = ask(DATA_DIR, 'SELECT command FROM outbox');
      return rows.map(({ command }) => z.object({ id: z.string() }).parse(JSON.parse(String(command))).id);
    },
    everybodyHungUp: () =>
      new Promise<void>((resolve) => {
        const look = () => phones.every(({ callControlId }) => over.has(callControlId)) && resolve();
        emulator.onHeard(look);
        look();
      }),
    async ring() {
      phones.push(await emulator.line().dialIn({ from: '+13125550142', to: '+13125550100' }));
    },
  };
}

function personOf(index: number) {
  const person = people[index % people.length];
  if (person === undefined) throw new Error('There are people to call.');
  return person;
}

async function react(phones: readonly PhoneLine[], heard: Heard): Promise<void> {
  const index = phones.findIndex(({ callControlId }) => callControlId === heard.callControlId);
  const { hears, act } = personOf(Math.max(index, 0));
  if (heard.kind === 'speech' && heard.text === hears) await phones[index]?.act(act);
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from '../environment.ts';
import { startService } from '../start.ts';
import { createClient } from '../testing/client.ts';
import { flowOf } from '../testing/flows.ts';
import { readStream } from '../testing/read-stream.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const manyWords = 'The clinic is closed today. '.repeat(30);

/** Talks for most of a minute, waits two minutes for a key that nobody presses, says goodbye. */
const longCall = flowOf(
  {
    incoming: { type: 'start', exits: { incoming: 'talk' } },
    talk: { type: 'speak', params: { payload: manyWords }, exits: { done: 'ask' } },
    ask: {
      type: 'gather_using_speak',
      params: { payload: 'Press 1.', choices: [{ digits: '1' }], timeout_millis: 60_000, maximum_tries: 2 },
      exits: { no_input: 'end', invalid: 'end' },
    },
    end: { type: 'hangup' },
  },
  { id: 'long_call' },
);

const heardAt = z.looseObject({ kind: z.string(), atMs: z.number() });

async function openDemo(PHONE_SPEED: string): Promise<string> {
  const reading = readEnvironment({ PORT: '0', DATA_DIR: temporaryFolder(), PHONE_SPEED });
  if (!reading.ok) throw new Error(reading.lines.join('\n'));
  const service = await startService(reading.environment, { log: pino({ level: 'silent' }) });
  onTestFinished(() => service.stop());
  return service.url;
}

it('the phone of a fast service hears minutes of a call in seconds, and no deadline of the service cuts it short', async () => {
  const url = await openDemo('100');
  const client = createClient(url);
  await client.api('POST', '/api/flows', { flow: longCall });
  const { body } = await client.api('POST', '/api/phone/calls', { flow: longCall.id });
  const { call_control_id: id } = z.object({ call_control_id: z.string() }).parse(body);

  const stream = await readStream(`${url}/api/phone/calls/${encodeURIComponent(id)}/heard`);
  const heard = (await stream.toEnd()).filter(({ event }) => event === 'heard');
  const times = heard.map(({ data }) => heardAt.parse(data));
  expect(times.filter(({ kind }) => kind === 'said')).toHaveLength(3);
  const lastedMs = (times.at(-1)?.atMs ?? 0) - (times[0]?.atMs ?? 0);
  expect(lastedMs).toBeGreaterThan(2.5 * 60_000);

  const { trace } = await client.call(id);
  const left = trace.filter(({ kind }) => kind === 'left').map(({ node, exit }) => [node, exit]);
  expect(left).toEqual([
    ['incoming', 'incoming'],
    ['talk', 'done'],
    ['ask', 'no_input'],
  ]);
});

import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createRefusalLog } from './refusal-log.ts';

function requestFrom(forwarded?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

it('tells of the first refusal at once, and of a flood by its sum and some of its senders', () => {
  const lines: unknown[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
  const wakes: (() => void)[] = [];
  const clock = {
    now: () => 0,
    at: (_atMs: number, wake: () => void) => (wakes.push(wake), () => undefined),
  };
  const logRefusal = createRefusalLog(log, clock);
  const refusal = { reason: 'wrong_signature', message: 'It does not hold.' };

  for (let index = 0; index < 1000; index += 1) logRefusal(requestFrom(`10.0.0.${index % 9}`), refusal);
  logRefusal(requestFrom('"\n'), { ...refusal, reason: 'stale' });
  expect(lines).toMatchObject([
    { reason: 'wrong_signature', from: 'unknown (for 10.0.0.0)', msg: 'It does not hold.' },
    { reason: 'stale', from: 'unknown' },
  ]);
  for (const wake of wakes) wake();
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatchObject({
    reason: 'wrong_signature',
    from: [1, 2, 3, 4, 5].map((last) => `unknown (for 10.0.0.${last})`),
    msg: '999 more webhooks were refused for this reason within 60 s',
  });
  logRefusal(requestFrom(), refusal);
  expect(lines).toHaveLength(4);
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { manualClock } from '@gatherline/emulator';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createEventStreams, type Source } from './event-stream.ts';

async function serve(source: Source) {
  const clock = manualClock();
  const streams = createEventStreams(clock);
  const ended = Promise.withResolvers<void>();
  const app = express().get(
    '/',
    (_request, response) => void streams.stream(response, source).then(ended.resolve),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { clock, ended: ended.promise, port: z.object({ port: z.int() }).parse(server.address()).port };
}

it('a reader who takes nothing makes nothing pile up, and is let go after a minute', async () => {
  let given = 0;
  let watching = 0;
  const megabyte = 'x'.repeat(1024 * 1024);
  const { clock, ended, port } = await serve({
    watch() {
      watching += 1;
      return () => {
        watching -= 1;
      };
    },
    async next() {
      given += 1;
      return { events: [{ event: 'trace', data: megabyte }], isLast: false };
    },
  });
  const reader = connect(port, '127.0.0.1').pause();
  onTestFinished(() => void reader.destroy());
  reader.on('error', () => {});
  reader.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');

  // It waits for the reader as soon as it asks to be woken.
  while (clock.nextAtMs() === null) await nextTurn();
  expect(given).toBeLessThan(20);
  await clock.reach(clock.now() + 60_000);
  await ended;
  expect(watching).toBe(0);
});

it('a quiet stream shows every fifteen seconds that it is alive', async () => {
  const { clock, port } = await serve({
    watch: () => () => {},
    next: async () => ({ events: [], isLast: false }),
  });
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const chunks = response.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  while (clock.nextAtMs() === null) await nextTurn();
  await clock.reach(clock.now() + 15_000);
  expect((await chunks?.next())?.value).toBe(': still here\n\n');
});

import type { Emulator } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { startChild } from './testing/child.ts';
import { createClient } from './testing/client.ts';
import { flowOf } from './testing/flows.ts';
import { flowsFolder } from './testing/flows-folder.ts';
import { openCarrier } from './testing/service.ts';
import { openSlowServer } from './testing/slow-server.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const end = { bye: { type: 'hangup' } };

/** Asks a server, and tells the caller what came of it. */
function asking(method: string) {
  return {
    incoming: { type: 'start', exits: { incoming: 'look_up' } },
    look_up: {
      type: 'http_request',
      params: { method, url: '{{ resources.crm }}/orders', timeout_millis: 30_000 },
      exits: { success: 'found', failed: 'sorry', http_error: 'sorry' },
    },
    found: {
      type: 'speak',
      params: { payload: 'It is {{ nodes.look_up.body.state }}.' },
      exits: { done: 'bye' },
    },
    sorry: {
      type: 'speak',
      params: { payload: 'It is {{ nodes.look_up.reason }}.' },
      exits: { done: 'bye' },
    },
    ...end,
  };
}

/** A call whose service is killed as soon as its servers have been asked so often, and started again. */
async function killedWhileAsking(nodes: object, times = 1) {
  const server = await openSlowServer();
  const carrier = await openCarrier();
  const variables = {
    PORT: '0',
    DATA_DIR: temporaryFolder(),
    FLOWS_DIR: flowsFolder([flowOf(nodes, { resources: { crm: { type: 'url' } } })], { crm: server.url }),
    HTTP_ALLOWED_HOSTS: '127.0.0.1',
    TELNYX_API_KEY: 'KEY',
    TELNYX_PUBLIC_KEY: carrier.emulator.publicKey,
    TELNYX_API_BASE: `${carrier.url}/v2`,
  };
  const first = startChild(variables);
  carrier.target.url = await first.listening;
  const phone = await carrier.emulator.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await server.isAsked(times);
  first.process.kill('SIGKILL');
  await first.exited;

  const url = await startChild(variables).listening;
  carrier.target.url = url;
  const read = () => createClient(url).call(phone.callControlId);
  return { server, emulator: carrier.emulator, read };
}

/** Resolves when these words are said. */
function said(emulator: Emulator, words: string): Promise<void> {
  return new Promise((resolve) => {
    emulator.onHeard((heard) => heard.kind === 'speech' && heard.text === words && resolve());
  });
}

describe('a request whose answer the service did not live to see', { timeout: 60_000 }, () => {
  it('is sent again after the restart when it is a GET', async () => {
    const { server, emulator, read } = await killedWhileAsking(asking('GET'));
    const heard = said(emulator, 'It is sent.');
    await server.isAsked(2);
    server.answer({ state: 'sent' });
    await heard;
    expect(server.seen.map((seen) => seen.method)).toEqual(['GET', 'GET']);
    expect((await read()).trace).toContainEqual(
      expect.objectContaining({ kind: 'left', node: 'look_up', exit: 'success' }),
    );
  });

  it('is not sent again when it is a POST: its step leaves by failed', async () => {
    const { server, emulator, read } = await killedWhileAsking(asking('POST'));
    await said(emulator, 'It is unconfirmed.');
    expect(server.seen.map((seen) => seen.method)).toEqual(['POST']);
    expect((await read()).trace).toContainEqual(
      expect.objectContaining({ kind: 'left', node: 'look_up', exit: 'failed' }),
    );
  });

  it('is not sent again, however many were on their way at once', async () => {
    const note = (path: string, next: string) => ({
      type: 'http_request',
      params: { method: 'POST', url: `{{ resources.crm }}/${path}`, wait: false, timeout_millis: 30_000 },
      exits: { success: next },
    });
    const { server, emulator } = await killedWhileAsking(
      {
        incoming: { type: 'start', exits: { incoming: 'one' } },
        one: note('one', 'two'),
        two: note('two', 'pause'),
        pause: { type: 'wait', params: { seconds: 1 }, exits: { done: 'done' } },
        done: { type: 'speak', params: { payload: 'Done.' }, exits: { done: 'bye' } },
        ...end,
      },
      2,
    );
    await said(emulator, 'Done.');
    expect(server.seen.map(({ path }) => path)).toEqual(['/one', '/two']);
  });
});

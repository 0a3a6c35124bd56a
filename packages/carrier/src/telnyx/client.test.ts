import { describe, expect, it } from 'vitest';
import { apiKey, bodyOf, command, connect, failure, ok, serve } from '../testing/connected-carrier.ts';
import { answerJson } from '../testing/loopback.ts';
import { createTelnyxCarrier } from './client.ts';

describe('a command that is accepted', () => {
  it('posts the body with its command_id as JSON under the API key', async () => {
    const server = await serve((response) => answerJson(response, 200, ok));
    const outcome = await connect(`${server.origin}/v2/`).send(command());

    expect(outcome).toEqual({ kind: 'accepted', response: { result: 'ok' } });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v2/calls/v3%3Aabc/actions/speak',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    });
    expect(bodyOf(server.requests[0])).toEqual({ ...command().body, command_id: command().commandId });
  });

  it('hands over what the carrier tells beside the result', async () => {
    const data = { result: 'ok', conversation_id: 'c1', recording_id: null };
    const server = await serve((response) => answerJson(response, 200, { data }));
    expect(await connect(server.origin).send(command())).toEqual({ kind: 'accepted', response: data });
  });

  it('puts any call_control_id into one segment of the path', async () => {
    const id = 'v3:a/b+c=d?e#f%2F g-_é';
    const server = await serve((response) => answerJson(response, 200, ok));
    await connect(server.origin).send(command({ callControlId: id }));
    const [, calls, segment, actions, action, ...rest] = server.requests[0]?.path.split('/') ?? [];
    expect([calls, actions, action, rest]).toEqual(['calls', 'actions', 'speak', []]);
    expect(segment).toMatch(/^[A-Za-z0-9%_.~-]+$/);
    expect(decodeURIComponent(segment ?? '')).toBe(id);
  });

  it('puts client_state_update without a command_id, which that action does not have', async () => {
    const server = await serve((response) => answerJson(response, 200, ok));
    await connect(server.origin).send(
      command({ action: 'client_state_update', body: { client_state: 'eA==' } }),
    );
    expect(server.requests[0]?.method).toBe('PUT');
    expect(bodyOf(server.requests[0])).toEqual({ client_state: 'eA==' });
  });

  it('asks for the place in a line without a body, and hands over what the carrier tells', async () => {
    const data = { queue_position: 2, wait_time_secs: 61 };
    const server = await serve((response) => answerJson(response, 200, { data }));
    const asked = command({ action: 'retrieve_queue_call', body: { queue_name: 'front desk' } });
    expect(await connect(server.origin).send(asked)).toEqual({ kind: 'accepted', response: data });
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/queues/front%20desk/calls/v3%3Aabc',
      body: Buffer.from(''),
    });
  });

  it('uses a connection for one command after another', async () => {
    const server = await serve((response) => answerJson(response, 200, ok));
    const carrier = connect(server.origin, { connections: 1 });
    for (let count = 0; count < 5; count += 1) await carrier.send(command());
    expect(server.requests).toHaveLength(5);
    expect(server.connectionCount()).toBe(1);
  });

  it('opens no more connections than it may', async () => {
    const server = await serve((response) => answerJson(response, 200, ok));
    const carrier = connect(server.origin, { connections: 3 });
    await Promise.all(Array.from({ length: 20 }, () => carrier.send(command())));
    expect(server.requests).toHaveLength(20);
    expect(server.connectionCount()).toBeLessThanOrEqual(3);
  });
});

describe('retrieveStatus', () => {
  it.each<[number, unknown, string]>([
    [200, { data: { is_alive: true } }, 'alive'],
    [200, { data: { is_alive: false } }, 'gone'],
    [404, failure('10005'), 'gone'],
    [422, failure('90018'), 'gone'],
    [422, failure('90015'), 'gone'],
    [200, { data: {} }, 'unknown'],
    [401, failure('10009'), 'unknown'],
    [503, failure('10037'), 'unknown'],
  ])('takes HTTP status %d with %j for %s', async (status, body, kind) => {
    const server = await serve((response) => answerJson(response, status, body));
    expect(await connect(`${server.origin}/v2`).retrieveStatus('v3:a/b')).toMatchObject({ kind });
    expect(server.requests[0]).toMatchObject({ method: 'GET', path: '/v2/calls/v3%3Aa%2Fb' });
    expect(server.requests[0]?.body).toHaveLength(0);
  });

  it('does not ask about an id that cannot be part of a path', async () => {
    const server = await serve((response) => answerJson(response, 200, ok));
    expect(await connect(server.origin).retrieveStatus('..')).toMatchObject({ kind: 'unknown' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('createTelnyxCarrier', () => {
  it.each(['', 'KEY with a space', 'KEY\r\nx-evil: 1', 'clé'])(
    'refuses the API key %j without showing it',
    (key) => {
      const act = () => createTelnyxCarrier({ apiKey: key });
      expect(act).toThrow(expect.objectContaining({ code: 'malformed_api_key' }));
      expect(act).toThrow(/copy it again/);
    },
  );

  it.each([
    '',
    'api.telnyx.com/v2',
    'ftp://api.telnyx.com',
    'https://me:pass@api.telnyx.com',
    'https://a.b/v2?x=1',
  ])('refuses the base URL %j', (baseUrl) => {
    expect(() => createTelnyxCarrier({ apiKey, baseUrl })).toThrow(
      expect.objectContaining({ code: 'malformed_base_url' }),
    );
  });
});

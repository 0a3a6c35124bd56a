import { describe, expect, it } from 'vitest';
import { createEmulator } from './create-emulator.ts';
import { carrierAtHand } from './testing/carrier-at-hand.ts';

const voice = 'Telnyx.KokoroTTS.af';

describe('the carrier’s HTTP API', () => {
  it('takes a command for a call and answers at once', async () => {
    const { dialIn, action, application, emulator } = await carrierAtHand();
    const id = await dialIn();
    expect(await action(id, 'answer')).toEqual({ status: 200, body: { data: { result: 'ok' } } });
    await emulator.idle();
    expect(application.types()).toEqual(['call.initiated', 'call.answered']);
  });

  it('takes a dial and tells the status of the call', async () => {
    const { ask } = await carrierAtHand();
    const body = { connection_id: '28', from: '+13125550111', to: '+13125550199' };
    expect(await ask('POST', '/v2/calls', body)).toMatchObject({
      status: 200,
      body: { data: { is_alive: false } },
    });
    expect(await ask('POST', '/v2/calls', {})).toMatchObject({ status: 422 });
  });

  it('tells the status of a call', async () => {
    const { ask, dialIn } = await carrierAtHand();
    const id = await dialIn();
    expect(await ask('GET', `/v2/calls/${encodeURIComponent(id)}`)).toMatchObject({
      status: 200,
      body: { data: { call_control_id: id, is_alive: true, record_type: 'call' } },
    });
    expect(await ask('GET', '/v2/calls/v3:nobody')).toMatchObject({
      status: 404,
      body: { errors: [{ code: '90015' }] },
    });
  });

  it.each([
    ['no key', {}],
    ['another scheme', { authorization: 'Basic KEY' }],
    ['an empty key', { authorization: 'Bearer ' }],
    ['a wrong key', { authorization: 'Bearer OTHER' }],
  ])('lets nobody in with %s', async (_what, headers) => {
    const { url } = await carrierAtHand();
    const response = await fetch(`${url}/v2/calls/x`, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ code: '10009' }] });
    const unread = await fetch(`${url}/v2/calls`, { method: 'POST', headers, body: '{"a":' });
    expect(unread.status).toBe(401);
  });

  it('lets any key in when none is set, but not none', async () => {
    const { url } = await carrierAtHand({ apiKey: null });
    const { status } = await fetch(`${url}/v2/calls/x`, { headers: { authorization: 'Bearer whatever' } });
    expect(status).toBe(404);
    expect((await fetch(`${url}/v2/calls/x`)).status).toBe(401);
  });

  it('refuses bodies it can’t read', async () => {
    const { ask, dialIn } = await carrierAtHand();
    const path = `/v2/calls/${encodeURIComponent(await dialIn())}/actions/answer`;
    expect(await ask('POST', path, '{"a":')).toMatchObject({
      status: 400,
      body: { errors: [{ code: '10023' }] },
    });
    expect(await ask('POST', path, [])).toMatchObject({ status: 400, body: { errors: [{ code: '10015' }] } });
    const tooLarge = { payload: 'x'.repeat(1_100_000) };
    expect(await ask('POST', path, tooLarge)).toMatchObject({
      status: 413,
      body: { errors: [{ code: '10015' }] },
    });
    const asText = { 'content-type': 'text/plain' };
    expect(await ask('POST', path, 'hello', asText)).toMatchObject({
      status: 415,
      body: { errors: [{ code: '10029' }] },
    });
  });

  it('takes a command without a body as one without parameters', async () => {
    const { ask, dialIn } = await carrierAtHand();
    const path = `/v2/calls/${encodeURIComponent(await dialIn())}/actions/answer`;
    expect(await ask('POST', path)).toMatchObject({ status: 200 });
  });

  it('has nothing at other paths, actions and methods', async () => {
    const { ask, action, dialIn } = await carrierAtHand();
    const id = await dialIn();
    expect(await ask('GET', '/v2/numbers')).toMatchObject({
      status: 404,
      body: { errors: [{ code: '10005' }] },
    });
    expect(await action(id, 'sing')).toMatchObject({ status: 404, body: { errors: [{ code: '10005' }] } });
    expect(await action(id, 'client_state_update')).toMatchObject({
      status: 405,
      body: { errors: [{ code: '10030' }] },
    });
    expect(await ask('GET', '/v2/calls/%E0%A4%A')).toMatchObject({ status: 400 });
  });

  it('ignores a repeated command_id and notes it', async () => {
    const { action, dialIn, emulator } = await carrierAtHand();
    const id = await dialIn();
    await action(id, 'answer', { command_id: 'c1' });
    await action(id, 'speak', { payload: 'Once.', voice, command_id: 'c2' });
    await action(id, 'speak', { payload: 'Once.', voice, command_id: 'c2' });
    await action(id, 'speak', { payload: '', voice, command_id: 'c3' });
    expect(emulator.commands()).toEqual([
      { call_control_id: id, action: 'answer', command_id: 'c1', repeat: false },
      { call_control_id: id, action: 'speak', command_id: 'c2', repeat: false },
      { call_control_id: id, action: 'speak', command_id: 'c2', repeat: true },
    ]);
  });
});

describe('an emulator', () => {
  it('rejects when its port is taken', async () => {
    const { url } = await carrierAtHand();
    const second = createEmulator({ webhookUrl: 'http://127.0.0.1:9/' });
    await expect(second.listen(Number(new URL(url).port))).rejects.toThrow('EADDRINUSE');
    await second.close();
  });

  it('makes other ids at each start, unless it is given a seed', async () => {
    const call = { from: '+13125550100', to: '+13125550111' };
    const idOf = async (seed?: string) => {
      const emulator = createEmulator({
        webhookUrl: 'http://127.0.0.1:9/',
        ...(seed === undefined ? {} : { seed }),
      });
      const { callControlId } = await emulator.line().dialIn(call);
      await emulator.close();
      return callControlId;
    };
    expect(await idOf()).not.toBe(await idOf());
    expect(await idOf('a')).toBe(await idOf('a'));
  });

  it('refuses a signing key of the wrong length', () => {
    expect(() => createEmulator({ webhookUrl: 'http://127.0.0.1:9/', signingKey: 'YQ==' })).toThrow(
      '32 bytes',
    );
  });

  it('closes at once although a webhook hangs and somebody listens', async () => {
    const { application, emulator, url, dialIn } = await carrierAtHand({ idleAfterMs: 0 });
    const id = await dialIn();
    const stream = await fetch(`${url}/emulator/calls/${encodeURIComponent(id)}/heard`, {
      headers: { authorization: 'Bearer KEY' },
    });
    const slow = createEmulator({ webhookUrl: application.url });
    await slow.line().dialIn({ from: '+13125550100', to: '+13125550111' });
    await Promise.all([emulator.close(), slow.close()]);
    await expect(stream.text()).rejects.toThrow('terminated');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});

import { describe, expect, test } from 'vitest';
import { sealOf } from './secrets.ts';
import { flowOf, newCall, play, rung } from './testing/moments.ts';

const stepOf = (type: string, params: object, settings: object = {}) =>
  flowOf({ incoming: { type: 'start', exits: { incoming: 'here' } }, here: { type, params } }, settings, {
    resources: { token: { type: 'secret' } },
  });

function leaving(flow: ReturnType<typeof flowOf>) {
  const { trace, commands, call } = play(flow, rung);
  const seal = sealOf(newCall(flow));
  const told = JSON.stringify({
    trace,
    commands: commands.map(({ body }) => body),
    call: { ...call, seed: '' },
  });
  const codes = [seal, btoa(seal).slice(0, 16), encodeURIComponent('\uFDD0'), '\uFDD0'];
  expect(codes.filter((code) => told.includes(code))).toEqual([]);
  return trace.find((line) => line.kind === 'left' && line.node === 'here');
}

describe('a secret that would be heard or kept', () => {
  const secret = '{{ resources.token }}';
  test.each([
    ['speak', { payload: `Your code is ${secret}.` }, 'payload'],
    ['gather_using_speak', { payload: secret }, 'payload'],
    ['menu', { prompts: [{ text: secret }], choices: [{ digits: '1' }] }, 'payload'],
    ['confirm', { text: secret }, 'payload'],
    ['send_message', { to: '+13125550100', from: '+13125550100', text: secret }, 'text'],
    ['set_variables', { variables: [{ name: 'kept', value: secret }] }, 'kept'],
    [
      'carrier_command',
      { action: 'streaming_start', params: { stream_url: `wss://a.example/${secret}` } },
      'stream_url',
    ],
  ])('is refused by %s, with the parameter and the cure', (type, params, param) => {
    expect(leaving(stepOf(type, params))).toMatchObject({
      exit: 'error',
      why: expect.stringMatching(new RegExp(`${param}: The secret token only goes out .* Take it out here`)),
    });
  });

  test('is refused in an apology, and the call is hung up', () => {
    const apologising = stepOf('speak', { payload: `Hello ${secret}.` }, { apology: `Sorry, ${secret}.` });
    expect(leaving(apologising)).toMatchObject({ exit: 'error' });
    expect(play(apologising, rung).commands.at(-1)?.action).toBe('hangup');
  });
});

describe('a secret that a filter changes', () => {
  const url = 'https://a.example';
  const encoded = '{{ resources.token | base64_encode }}';
  test.each([
    ['a header', { url, headers: [{ name: 'X-Key', value: encoded }] }, 'headers.0.value'],
    ['the address', { url: `${url}/?key={{ resources.token | url_encode }}` }, 'url'],
    ['the body', { url, method: 'POST', body: { key: encoded } }, 'body.key'],
    ['the sign-in', { url, auth: { type: 'bearer', token: '{{ resources.token | upcase }}' } }, 'auth.token'],
  ])('in %s keeps the request from being sent', (_where, params, param) => {
    expect(leaving(stepOf('http_request', params))).toMatchObject({
      exit: 'failed',
      why: expect.stringContaining(`${param}: A filter changes the secret token`),
    });
  });

  test('is not spoken in another form either', () => {
    expect(leaving(stepOf('speak', { payload: encoded }))).toMatchObject({
      exit: 'error',
      why: expect.stringContaining('payload: A filter changes the secret token'),
    });
  });
});

test('a mark that somebody else made up stops nothing', () => {
  const flow = stepOf('speak', { payload: 'Hello {{ vars.name }}.' });
  const forged = `\uFDD0${'0'.repeat(8)}-0000-0000-0000-000000000000:token\uFDD1`;
  const { call } = play(flow, rung, { ...newCall(flow), variables: { name: forged } });
  expect(call.node).toBe('here');
});

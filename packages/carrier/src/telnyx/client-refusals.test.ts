import { describe, expect, it } from 'vitest';
import type { CarrierCommand } from '../port.ts';
import { apiKey, command, connect, failure, ok, serve } from '../testing/connected-carrier.ts';
import { answerJson } from '../testing/loopback.ts';

describe('a command that is refused', () => {
  it.each([
    [422, '90018', 'call_over', 'callGone'],
    [404, '90015', 'call_over', 'badHandle'],
    [422, '90015', 'call_over', 'badHandle'],
    [404, '10005', 'call_over', 'badHandle'],
    [422, '90034', 'refused', 'wrongState'],
    [422, '10011', 'refused', 'validation'],
    [400, '90040', 'refused', 'media'],
    [401, '10009', 'refused', 'auth'],
    [403, '10010', 'refused', 'auth'],
    [409, '10012', 'refused', 'validation'],
  ])(
    'by HTTP status %d with code %s is %s of class %s, after one try',
    async (status, code, kind, errorClass) => {
      const server = await serve((response) => answerJson(response, status, failure(code)));
      expect(await connect(server.origin).send(command())).toMatchObject({
        kind,
        refusal: { status, code, class: errorClass },
      });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('by a redirection is not sent to another place', async () => {
    const server = await serve((response) => response.writeHead(301, { location: '/elsewhere' }).end());
    expect(await connect(server.origin).send(command())).toMatchObject({
      kind: 'refused',
      refusal: { status: 301 },
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each([404, 422])('with status %d cannot be over when it is not addressed to a leg', async (status) => {
    const server = await serve((response) => answerJson(response, status, failure('90015')));
    const carrier = connect(server.origin);
    for (const action of ['dial', 'send_message']) {
      expect(await carrier.send(command({ action, callControlId: null }))).toMatchObject({ kind: 'refused' });
    }
  });

  it.each<[string, Partial<CarrierCommand>]>([
    ['no leg', { callControlId: null }],
    ['an empty id', { callControlId: '' }],
    ['an id that climbs the path', { callControlId: '..' }],
    ['an id that is no text', { callControlId: '\ud800' }],
    ['an action that climbs the path', { action: '../../api_keys' }],
    ['an action with a query', { action: 'speak?x=1' }],
    ['no action', { action: '' }],
  ])('is not even sent with %s', async (_name, change) => {
    const server = await serve((response) => answerJson(response, 200, ok));
    expect(await connect(server.origin).send(command(change))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'unaddressable' },
    });
    expect(server.requests).toHaveLength(0);
  });

  it('never shows the API key, whoever puts it into an error', async () => {
    const server = await serve((response, _index, { headers }) => {
      const text = `${'x'.repeat(480)} ${headers.authorization}`;
      answerJson(response, 400, { errors: [{ code: headers.authorization, title: text, detail: text }] });
    });
    const outcome = JSON.stringify(await connect(server.origin).send(command()));
    expect(outcome).toContain('[redacted]');
    expect(outcome).not.toContain(apiKey.slice(0, 6));
  });
});

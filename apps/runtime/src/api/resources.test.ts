import { describe, expect, it } from 'vitest';
import { openService } from '../testing/service.ts';

const hours = {
  time_zone: 'America/Chicago',
  weekly: { mon: [['08:00', '12:30']] },
  holidays: [{ date: '2026-12-25', every_year: true }],
};
const secret = 'hush-hush-hush';

describe('resources over HTTP', () => {
  it.each([
    ['number', '+13125550100'],
    ['number', 'sip:desk@clinic.example'],
    ['url', 'https://crm.example.com/v1'],
    ['text', 'Ana at the desk'],
    ['hours', hours],
  ])('are bound as %s and listed with their value', async (type, value) => {
    const service = await openService();
    const put = await service.api('PUT', '/api/resources/front', { type, value });
    const shown = { name: 'front', type, value, read_only: false, updated_at: expect.any(String) };
    expect(put).toMatchObject({ status: 200, body: shown });
    expect(await service.api('GET', '/api/resources')).toEqual({
      status: 200,
      etag: null,
      body: { resources: [shown] },
    });
  });

  it('go in as a secret, and come out only as set', async () => {
    const service = await openService();
    const put = await service.api('PUT', '/api/resources/crm', { type: 'secret', value: secret });
    const shown = {
      name: 'crm',
      type: 'secret',
      is_set: true,
      read_only: false,
      updated_at: expect.any(String),
    };
    expect(put).toMatchObject({ status: 200, body: shown });
    const all = await service.api('GET', '/api/resources');
    expect(all.body).toEqual({ resources: [shown] });
    expect(JSON.stringify([put, all, service.logged])).not.toContain(secret);
  });

  it('are bound anew and unbound', async () => {
    const service = await openService();
    await service.api('PUT', '/api/resources/front', { type: 'text', value: 'one' });
    await service.api('PUT', '/api/resources/front', { type: 'url', value: 'https://two.example' });
    expect(await service.api('GET', '/api/resources')).toMatchObject({
      body: { resources: [{ name: 'front', type: 'url', value: 'https://two.example' }] },
    });
    expect((await service.api('DELETE', '/api/resources/front')).status).toBe(204);
    expect(await service.api('DELETE', '/api/resources/front')).toMatchObject({
      status: 404,
      body: { error: { code: 'no_such_resource' } },
    });
  });

  it.each([
    ['a number', { type: 'number', value: '555-0100' }, /^value: .*\+13125550100/],
    ['an address', { type: 'url', value: 'crm.example.com' }, /^value: .*https/],
    ['an address of the web', { type: 'url', value: 'file:///etc/passwd' }, /^value: /],
    [
      'an address without a password',
      { type: 'url', value: `https://a:${secret}@b.example` },
      /^value: .*password/,
    ],
    ['hours', { type: 'hours', value: { ...hours, time_zone: 'Mars' } }, /^value\.time_zone: .*time zone/],
    ['of a known type', { type: 'pin', value: secret }, /^type: /],
    ['a text', { type: 'secret', value: { pin: secret } }, /^value: /],
    ['there', { type: 'secret', value: '' }, /^value: Write the secret/],
    ['short enough', { type: 'secret', value: secret.repeat(1000) }, /^value: .*8,192/],
  ])('are refused when the value is not %s, without repeating it', async (_what, body, message) => {
    const service = await openService();
    const answer = await service.api('PUT', '/api/resources/front', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'malformed_request', message: expect.stringMatching(message) } },
    });
    expect(JSON.stringify([answer, service.logged])).not.toContain(secret);
    expect((await service.api('GET', '/api/resources')).body).toEqual({ resources: [] });
  });

  it('are refused under a name that templates can not read', async () => {
    const service = await openService();
    const answer = await service.api('PUT', '/api/resources/Front%20desk', { type: 'text', value: 'a' });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^name: /) } },
    });
  });

  it('are described by the schemas that parse them', async () => {
    const service = await openService();
    const { body } = await service.api('GET', '/api/openapi.json');
    expect(body).toMatchObject({
      paths: {
        '/api/resources': { get: { responses: { 200: expect.anything() } } },
        '/api/resources/{name}': {
          put: { requestBody: { content: { 'application/json': { schema: { oneOf: expect.any(Array) } } } } },
          delete: { responses: { 204: expect.anything(), 404: expect.anything(), 409: expect.anything() } },
        },
      },
    });
  });

  it('stay bound over a restart', async () => {
    const service = await openService();
    await service.api('PUT', '/api/resources/crm', { type: 'secret', value: secret });
    await service.stop();
    const again = await openService({ dataDir: service.dataDir });
    expect((await again.api('GET', '/api/resources')).body).toMatchObject({
      resources: [{ name: 'crm', is_set: true }],
    });
  });
});

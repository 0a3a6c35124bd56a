import { describe, expect, it } from 'vitest';
import { greetingFlow } from '../testing/flows.ts';
import { openService, type TestService } from '../testing/service.ts';

const flow = greetingFlow();

async function open(): Promise<TestService> {
  const service = await openService();
  const created = await service.api('POST', '/api/flows', { flow });
  expect(created).toMatchObject({
    status: 201,
    etag: '"1"',
    body: { flow: { id: 'greeting' }, revision: 1 },
  });
  return service;
}

const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });

describe('drafts over HTTP', () => {
  it('are read with their ETag and listed', async () => {
    const service = await open();
    expect(await service.api('GET', '/api/flows/greeting')).toMatchObject({
      status: 200,
      etag: '"1"',
      body: { flow: { name: 'Greeting' }, revision: 1, published_version: null, read_only: false },
    });
    const { body } = await service.api('GET', '/api/flows');
    expect(body).toMatchObject({
      flows: expect.arrayContaining([
        expect.objectContaining({
          id: 'greeting',
          has_unpublished_changes: true,
          published_version: null,
          read_only: false,
        }),
      ]),
    });
  });

  it('are saved on the revision they come from, may be unfinished, and 412 shows what stands there now', async () => {
    const service = await open();
    const unfinished = { ...flow, nodes: { hello: { type: 'speak' } } };
    const saved = await service.api('PUT', '/api/flows/greeting', { flow: unfinished }, ifMatch(1));
    expect(saved).toMatchObject({ status: 200, etag: '"2"', body: { revision: 2 } });

    const late = await service.api(
      'PUT',
      '/api/flows/greeting',
      { flow: { ...flow, name: 'Lost' } },
      ifMatch(1),
    );
    expect(late).toMatchObject({
      status: 412,
      body: {
        error: { code: 'revision_conflict' },
        current: { flow: { nodes: { hello: { type: 'speak' } } }, revision: 2 },
      },
    });
    expect(await service.api('GET', '/api/flows/greeting')).toMatchObject({
      body: { flow: { name: 'Greeting' } },
    });
  });

  it('are not saved without If-Match, or with one that is none', async () => {
    const service = await open();
    const without = await service.api('PUT', '/api/flows/greeting', { flow });
    expect(without).toMatchObject({ status: 428, body: { error: { code: 'revision_required' } } });
    const star = await service.api('PUT', '/api/flows/greeting', { flow }, { 'if-match': '*' });
    expect(star).toMatchObject({ status: 400 });
    expect((await service.api('DELETE', '/api/flows/greeting')).status).toBe(428);
  });

  it('take an id once, keep it, and hold to the structure of a flow', async () => {
    const service = await open();
    expect(await service.api('POST', '/api/flows', { flow })).toMatchObject({
      status: 409,
      body: { error: { code: 'id_taken' } },
    });
    const renamed = await service.api(
      'PUT',
      '/api/flows/greeting',
      { flow: { ...flow, id: 'other' } },
      ifMatch(1),
    );
    expect(renamed).toMatchObject({ status: 422, body: { error: { code: 'id_changed' } } });
    const broken = await service.api('POST', '/api/flows', { flow: { ...flow, id: 'Not an id', nodes: 3 } });
    expect(broken).toMatchObject({
      status: 422,
      body: { error: { code: 'not_a_flow', problems: expect.any(Array) } },
    });
    expect(await service.api('POST', '/api/flows', { flow: 'text' })).toMatchObject({ status: 400 });
    expect(await service.api('GET', '/api/flows/nobody')).toMatchObject({
      status: 404,
      body: { error: { code: 'no_such_flow' } },
    });
  });

  it('come out as the file that lives in git', async () => {
    const service = await open();
    const response = await fetch(`${service.url}/api/flows/greeting/file`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=greeting.flow.json');
    const text = await response.text();
    expect(text).toMatch(/^\{\n {2}"format": "gatherline\/flow@1",\n[\s\S]*\}\n$/);
  });

  it('are removed, but not while a route leads to them', async () => {
    const service = await open();
    await service.api('PUT', '/api/routes', { routes: [], default_flow: 'greeting' }, ifMatch(1));
    const routed = await service.api('DELETE', '/api/flows/greeting', undefined, ifMatch(1));
    expect(routed).toMatchObject({ status: 409, body: { error: { code: 'still_routed' } } });
    await service.api('PUT', '/api/routes', { routes: [], default_flow: null }, ifMatch(2));
    expect((await service.api('DELETE', '/api/flows/greeting', undefined, ifMatch(1))).status).toBe(204);
    expect((await service.api('GET', '/api/flows/greeting')).status).toBe(404);
  });

  it('are not overwritten by somebody who still has a removed flow of that id open', async () => {
    const service = await open();
    await service.api('DELETE', '/api/flows/greeting', undefined, ifMatch(1));
    const created = await service.api('POST', '/api/flows', { flow: greetingFlow({ name: 'Another one' }) });
    expect(created).toMatchObject({ status: 201, etag: '"2"', body: { revision: 2 } });
    const late = await service.api('PUT', '/api/flows/greeting', { flow: greetingFlow() }, ifMatch(1));
    expect(late).toMatchObject({ status: 412, body: { current: { flow: { name: 'Another one' } } } });
  });
});

describe('publishing over HTTP', () => {
  it('makes a version of the draft that was looked at', async () => {
    const service = await open();
    const stale = await service.api('POST', '/api/flows/greeting/publish', { revision: 7 });
    expect(stale).toMatchObject({ status: 412, body: { error: { code: 'revision_conflict' } } });
    const published = await service.api('POST', '/api/flows/greeting/publish', { revision: 1 });
    expect(published).toMatchObject({ status: 201, body: { version: 1, published_at: expect.any(String) } });
    expect(await service.api('GET', '/api/flows/greeting/versions')).toMatchObject({
      body: { versions: [{ version: 1, revision: 1 }] },
    });
    expect(await service.api('GET', '/api/flows/greeting/versions/1')).toMatchObject({
      body: { version: 1, flow: { id: 'greeting' } },
    });
    expect((await service.api('GET', '/api/flows/greeting/versions/2')).status).toBe(404);
    const { body } = await service.api('GET', '/api/flows');
    expect(body).toMatchObject({
      flows: expect.arrayContaining([
        expect.objectContaining({ id: 'greeting', has_unpublished_changes: false }),
      ]),
    });
  });

  it('is refused with the problems, each with node, field and cure, while the flow would fail a caller', async () => {
    const service = await open();
    const silent = {
      ...flow,
      nodes: { ...flow.nodes, hello: { type: 'speak', params: {}, exits: { done: 'ask' } } },
    };
    await service.api('PUT', '/api/flows/greeting', { flow: silent }, ifMatch(1));
    const refused = await service.api('POST', '/api/flows/greeting/publish', { revision: 2 });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'not_publishable',
          problems: expect.arrayContaining([
            expect.objectContaining({ node: 'hello', path: ['params', 'payload'], cure: expect.any(String) }),
          ]),
        },
      },
    });
  });
});

describe('routes over HTTP', () => {
  it('are saved on their revision, to flows that exist, each number once', async () => {
    const service = await open();
    const routing = {
      routes: [
        { number: '+13125550100', flow: 'greeting' },
        { connection_id: '28', flow: 'greeting' },
      ],
      default_flow: null,
    };
    expect(await service.api('PUT', '/api/routes', routing)).toMatchObject({ status: 428 });
    expect(await service.api('PUT', '/api/routes', routing, ifMatch(1))).toMatchObject({
      status: 200,
      etag: '"2"',
    });
    expect(await service.api('GET', '/api/routes')).toMatchObject({ etag: '"2"', body: routing });
    expect(await service.api('PUT', '/api/routes', routing, ifMatch(1))).toMatchObject({ status: 412 });

    const unknown = { routes: [], default_flow: 'nobody' };
    expect(await service.api('PUT', '/api/routes', unknown, ifMatch(2))).toMatchObject({
      status: 422,
      body: { error: { code: 'unknown_flow' } },
    });
    const twice = { routes: [routing.routes[0], routing.routes[0]] };
    expect(await service.api('PUT', '/api/routes', twice, ifMatch(2))).toMatchObject({ status: 400 });
    const misspelt = { routes: [{ number: '312 555', flow: 'greeting' }] };
    expect(await service.api('PUT', '/api/routes', misspelt, ifMatch(2))).toMatchObject({ status: 400 });
  });
});

it('a call in flight stays on the version on which it began', async () => {
  const service = await open();
  await service.api('POST', '/api/flows/greeting/publish', { revision: 1 });
  await service.api('PUT', '/api/routes', { routes: [], default_flow: 'greeting' }, ifMatch(1));
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await service.settled();

  const changed = greetingFlow({ name: 'Changed' });
  await service.api(
    'PUT',
    '/api/flows/greeting',
    {
      flow: {
        ...changed,
        nodes: { incoming: { type: 'start', exits: { incoming: 'bye' } }, bye: { type: 'hangup' } },
      },
    },
    ifMatch(1),
  );
  expect((await service.api('POST', '/api/flows/greeting/publish', { revision: 2 })).status).toBe(201);

  const later = await service.line().dialIn({ from: '+13125550143', to: '+13125550100' });
  await service.settled();
  const [before, after] = [await service.call(phone.callControlId), await service.call(later.callControlId)];
  expect([before.version, after.version]).toEqual([1, 2]);
  expect(before.call.node).toBe('hello');
});

import { createCaller, manualClock } from '@gatherline/emulator';
import type { Flow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { flowOf } from '../testing/flows.ts';
import { flowsFolder } from '../testing/flows-folder.ts';
import { openService, type TestService } from '../testing/service.ts';

/** A flow that does nothing but enter another one. */
function entering(id: string, name: string, flow: string): Flow {
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'enter', outgoing: 'enter' } },
    enter: { type: 'subflow', params: { flow }, exits: { returned: 'bye' } },
    bye: { type: 'hangup' },
  };
  return flowOf(nodes, { id, name });
}

const news = flowOf(
  {
    incoming: { type: 'start', params: { answer: false }, exits: { incoming: 'say' } },
    say: { type: 'speak', params: { payload: 'The news.' }, exits: { done: 'back' } },
    back: { type: 'return' },
  },
  { id: 'news', name: 'News' },
);
const desk = entering('desk', 'Front desk', 'hall');
const hall = entering('hall', 'Hall', 'news');

const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });

async function remove(service: TestService, id: string) {
  return service.api('DELETE', `/api/flows/${id}`, undefined, ifMatch(1));
}

async function route(service: TestService, routes: readonly object[], flow: string | null) {
  const { etag } = await service.api('GET', '/api/routes');
  return service.api('PUT', '/api/routes', { routes, default_flow: flow }, { 'if-match': etag ?? '' });
}

/** A service in which callers reach the news through the desk and the hall. */
async function open(): Promise<TestService> {
  const service = await openService({ clock: manualClock() });
  await service.publish(news);
  await service.publish(hall);
  await service.answerWith(desk);
  return service;
}

describe('a flow that callers come to through another one', () => {
  it('is not removed: the answer names who enters it, and its callers go on hearing it', async () => {
    const service = await open();
    expect(await remove(service, 'hall')).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'still_entered',
          message: expect.stringContaining('Front desk (desk) at its step enter'),
        },
      },
    });
    const caller = createCaller(await service.line().dialIn({ from: '+13125550142', to: '+13125550100' }));
    expect(await caller.hears('news')).toMatchObject({ text: 'The news.' });
  });

  it('is not removed either when it is entered by a flow that is entered', async () => {
    const service = await open();
    expect(await remove(service, 'news')).toMatchObject({
      status: 409,
      body: { error: { code: 'still_entered', message: expect.stringContaining('Hall (hall)') } },
    });
  });

  it('is not removed when only a number leads there, or when the step keeps to a version', async () => {
    const service = await openService();
    await service.publish(news);
    const pinned = flowOf({
      ...desk.nodes,
      enter: { type: 'subflow', params: { flow: 'news', version: 1 }, exits: { returned: 'bye' } },
    });
    await service.publish(pinned);
    expect(await route(service, [{ number: '+13125550100', flow: 'example' }], null)).toMatchObject({
      status: 200,
    });
    expect(await remove(service, 'news')).toMatchObject({ status: 409 });
  });

  it('is removed once no caller comes to it any more', async () => {
    const service = await open();
    await route(service, [], null);
    expect((await remove(service, 'news')).status).toBe(204);
  });

  it('is removed although a draft enters it, which nobody hears', async () => {
    const service = await openService();
    await service.publish(news);
    await service.api('POST', '/api/flows', { flow: entering('later', 'Later', 'news') });
    expect((await remove(service, 'news')).status).toBe(204);
  });

  it('is not removed by one who asks while a route is being led there', async () => {
    const service = await open();
    await route(service, [], null);
    const [led, removed] = await Promise.all([route(service, [], 'desk'), remove(service, 'news')]);
    expect([led.status, removed.status].filter((status) => status < 300)).toHaveLength(1);
  });
});

describe('a flow that would lead callers to one that is not here', () => {
  /** The hall enters the news, which were removed while nobody came to either. */
  async function withoutNews(): Promise<TestService> {
    const service = await open();
    await route(service, [], null);
    expect((await remove(service, 'news')).status).toBe(204);
    return service;
  }

  it('is given no number and no calls: the answer names the step', async () => {
    const service = await withoutNews();
    const refused = {
      status: 422,
      body: {
        error: {
          code: 'dead_reference',
          message: expect.stringMatching(/desk leads into Hall \(hall\).*enters news/),
        },
      },
    };
    expect(await route(service, [], 'desk')).toMatchObject(refused);
    expect(await route(service, [{ number: '+13125550100', flow: 'desk' }], null)).toMatchObject(refused);
  });

  it('is not dialled with', async () => {
    const service = await withoutNews();
    const call = { flow: 'hall', from: '+13125550100', to: '+13125550142', connection_id: '7' };
    expect(await service.api('POST', '/api/calls', call)).toMatchObject({
      status: 409,
      body: {
        error: { code: 'dead_reference', message: expect.stringContaining('Hall (hall) enters news') },
      },
    });
  });

  it('is not published, although what it enters itself is here: the problem names its own step', async () => {
    const service = await withoutNews();
    await service.api('POST', '/api/flows', { flow: entering('night', 'Night', 'hall') });
    expect(await service.api('POST', '/api/flows/night/publish', { revision: 1 })).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'not_publishable',
          problems: [
            { rule: 'unknown-flow', node: 'enter', message: expect.stringContaining('Hall (hall)') },
          ],
        },
      },
    });
  });
});

it('a folder of flows says that it is read-only to whoever would remove one, entered or not', async () => {
  const service = await openService({
    flowsDir: flowsFolder([entering('desk', 'Front desk', 'news'), news]),
  });
  expect(await remove(service, 'news')).toMatchObject({
    status: 409,
    body: { error: { code: 'read_only' } },
  });
});

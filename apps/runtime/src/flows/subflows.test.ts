import { createCaller, manualClock } from '@gatherline/emulator';
import type { Flow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { flowOf } from '../testing/flows.ts';
import { flowsFolder } from '../testing/flows-folder.ts';
import { openService, type TestService, type TestServiceOptions } from '../testing/service.ts';
import { readFlowFolder } from './read-folder.ts';

const numbers = { from: '+13125550142', to: '+13125550100' };

/** A flow that says what it is told to, and returns. */
function saying(payload: string, more: object = {}): Flow {
  const nodes = {
    incoming: { type: 'start', params: { answer: false }, exits: { incoming: 'say' } },
    say: { type: 'speak', params: { payload }, exits: { done: 'back' } },
    back: { type: 'return' },
  };
  return flowOf(nodes, { id: 'news', name: 'News', ...more });
}

/** A flow that waits for a key, and then goes through the other one. */
function entering(params: object = {}, more: object = {}): Flow {
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'enter' } },
    enter: { type: 'subflow', params: { flow: 'news', ...params }, exits: { returned: 'bye' } },
    bye: { type: 'hangup' },
  };
  return flowOf(nodes, more);
}

async function open(options: TestServiceOptions = {}): Promise<TestService> {
  return openService({ clock: manualClock(), ...options });
}

async function dialIn(service: TestService) {
  const phone = await service.line().dialIn(numbers);
  await service.settled();
  return createCaller(phone);
}

describe('a call that goes through another flow', () => {
  it('keeps to the version that was published when it began, and the next call takes the new one', async () => {
    const service = await open();
    await service.publish(saying('The old news.'));
    await service.answerWith(entering());
    const earlier = await dialIn(service);
    await service.renew(saying('The new news.'));
    const later = await dialIn(service);

    expect(await earlier.hears('news')).toMatchObject({ text: 'The old news.' });
    expect(await later.hears('news')).toMatchObject({ text: 'The new news.' });
  });

  it('takes the version that its step names', async () => {
    const service = await open();
    await service.publish(saying('The old news.'));
    await service.answerWith(entering({ version: 1 }));
    await service.renew(saying('The new news.'));
    const caller = await dialIn(service);
    expect(await caller.hears('news')).toMatchObject({ text: 'The old news.' });
  });
});

describe('publishing a flow', () => {
  async function publishing(flow: Flow, service: TestService) {
    await service.api('POST', '/api/flows', { flow });
    return service.api('POST', `/api/flows/${flow.id}/publish`, { revision: 1 });
  }

  it('that enters one which is not published is refused: the problem names the field', async () => {
    const service = await open();
    await service.api('POST', '/api/flows', { flow: saying('A draft.') });
    expect(await publishing(entering(), service)).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'not_publishable',
          problems: [{ rule: 'unknown-flow', severity: 'error', node: 'enter', path: ['params', 'flow'] }],
        },
      },
    });
    expect(await service.api('GET', '/api/flows/example/versions')).toMatchObject({ body: { versions: [] } });
  });

  it('that keeps to a version which is not there is refused: the problem names the field', async () => {
    const service = await open();
    await service.publish(saying('The news.'));
    expect(await publishing(entering({ version: 2 }), service)).toMatchObject({
      status: 422,
      body: {
        error: {
          problems: [{ rule: 'unknown-flow', node: 'enter', path: ['params', 'version'] }],
        },
      },
    });
  });

  it('that reads a resource without a value is refused, until it has one', async () => {
    const service = await open();
    const flow = entering({}, { resources: { desk: { type: 'number' }, crm: { type: 'secret' } } });
    await service.publish(saying('The news.'));
    await service.api('PUT', '/api/resources/desk', { type: 'text', value: 'not a number' });
    expect(await publishing(flow, service)).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'not_publishable',
          problems: [
            { rule: 'unbound-resource', severity: 'error', path: ['resources', 'crm'] },
            { rule: 'unbound-resource', severity: 'error', path: ['resources', 'desk'] },
          ],
        },
      },
    });

    await service.api('PUT', '/api/resources/desk', { type: 'number', value: '+13125550100' });
    await service.api('PUT', '/api/resources/crm', { type: 'secret', value: 'hush' });
    expect(await publishing(flow, service)).toMatchObject({ status: 201, body: { version: 1 } });
  });
});

describe('a folder of flows that enter each other', () => {
  it('is served with the resources that they read', async () => {
    const news = saying('Today: {{ resources.headline }}.', { resources: { headline: { type: 'text' } } });
    const flowsDir = flowsFolder([entering(), news], { headline: 'all is well' });
    const caller = await dialIn(await open({ flowsDir }));
    expect(await caller.hears('Today')).toMatchObject({ text: 'Today: all is well.' });
  });

  it.each<[string, readonly [Flow, ...Flow[]], string]>([
    ['a flow that is not there', [entering()], 'params.flow: There is no news.flow.json beside it.'],
    ['a version', [entering({ version: 3 }), saying('News.')], 'params.version: The flows of a folder'],
  ])('is refused when one names %s: the line names file, node, field and cure', (_, flows, complaint) => {
    expect(() => readFlowFolder(flowsFolder(flows))).toThrow(
      `example.flow.json: node enter, field ${complaint}`,
    );
  });
});

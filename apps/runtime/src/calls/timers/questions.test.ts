import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it, vi } from 'vitest';
import { openCarrierProxy } from '../../testing/carrier-proxy.ts';
import { greetingFlow } from '../../testing/flows.ts';
import { openCarrier, openService } from '../../testing/service.ts';
import { createQuestions } from './questions.ts';

describe('questions about calls', () => {
  function openQuestions() {
    const asked: string[] = [];
    const answer = new Map<string, () => void>();
    const ask = createQuestions(async ({ callId }) => {
      asked.push(callId);
      await new Promise<void>((resolve) => answer.set(callId, resolve));
    });
    const about = (callId: string) => ask({ callId, carrier: 'telnyx' });
    return { asked, about, answer: (callId: string) => answer.get(callId)?.() };
  }

  it('are asked once of a call, until that is answered', async () => {
    const { asked, about, answer } = openQuestions();
    const first = about('c1');
    await about('c1');
    expect(asked).toEqual(['c1']);
    answer('c1');
    await first;
    void about('c1');
    expect(asked).toEqual(['c1', 'c1']);
  });

  it('are sixteen at once at most; an answer lets the one go that has waited longest', async () => {
    const { asked, about, answer } = openQuestions();
    const all = Array.from({ length: 18 }, (_, index) => about(`c${index}`));
    expect(asked).toHaveLength(16);
    answer('c3');
    await all[3];
    expect(asked.slice(16)).toEqual(['c16']);
  });

  it('give their place back when they fail', async () => {
    const ask = createQuestions(async () => {
      throw new Error('no line');
    });
    for (let turn = 0; turn < 20; turn += 1) {
      await expect(ask({ callId: 'c1', carrier: 'telnyx' })).rejects.toThrow('no line');
    }
  });
});

/** Its words take longer, and so it is looked after later. */
const sayingMore = greetingFlow({
  id: 'saying_more',
  nodes: {
    ...greetingFlow().nodes,
    hello: {
      type: 'speak',
      params: { payload: `Hello. ${'We are glad that you call. '.repeat(40)}` },
      exits: { done: 'ask' },
    },
  },
});

it('the later deadlines of other calls are met while the carrier is silent about one', async () => {
  const clock = manualClock();
  const carrier = await openCarrier({ clock });
  const questions: string[] = [];
  let silentAbout = '';
  const silence = Promise.withResolvers<void>();
  const behind = await openCarrierProxy(carrier, async (path, send) => {
    const [, id] = /^\/v2\/calls\/([^/]+)$/.exec(path) ?? [];
    if (id === undefined) return send();
    questions.push(decodeURIComponent(id));
    if (decodeURIComponent(id) === silentAbout) await silence.promise;
    return send();
  });
  const service = await openService({ flow: greetingFlow(), clock, carrier: behind });
  await service.publish(sayingMore);
  const routes = [{ number: '+13125550101', flow: 'saying_more' }];
  const routing = { routes, default_flow: 'greeting' };
  await service.api('PUT', '/api/routes', routing, { 'if-match': '"2"' });
  const first = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  const second = await service.line().dialIn({ from: '+13125550143', to: '+13125550101' });
  for (const phone of [first, second]) await createCaller(phone).beginsToHear('Hello.');
  await service.settled();
  silentAbout = first.callControlId;
  carrier.target.url = 'http://127.0.0.1:9';

  // As long as one question is open the service is never at rest, so that the calls themselves are looked at.
  const isLeft = ({ callControlId }: typeof first) =>
    vi.waitFor(
      async () => {
        await clock.reach(clock.now() + 5000);
        const { trace } = await service.call(callControlId);
        const left = { kind: 'left', node: 'hello', exit: 'error' };
        expect(trace).toContainEqual(expect.objectContaining(left));
      },
      { timeout: 20_000, interval: 5 },
    );
  await isLeft(second);
  expect(questions.filter((id) => id === first.callControlId)).toHaveLength(1);
  expect((await service.call(first.callControlId)).call).toMatchObject({ node: 'hello' });

  silence.resolve();
  await isLeft(first);
});

import { createCaller, manualClock, type PhoneLine } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { openCarrierProxy } from '../testing/carrier-proxy.ts';
import { flowOf } from '../testing/flows.ts';
import { openCarrier, openService, type TestService } from '../testing/service.ts';

const numbers = { from: '+13125550142', to: '+13125550100' };

/** What the carrier says no with, by its own documentation: HTTP status, then codes. */
const passing = [
  ['transient', 500, '10007'],
  ['transient', 503, '10007 10037'],
  ['transient', 408, '10008'],
  ['transient', 409, '10036'],
  ['capacity', 429, '10011 90103'],
] as const;

const ofTheLeg = [
  ['callGone', 422, '90018'],
  ['badHandle', 422, '90015'],
  ['badHandle', 404, '10005 10006 90015'],
] as const;

const lasting = [
  ['callGone, of a conference', 422, '90019'],
  ['wrongState', 422, '90020 90031 90033 90034 90035 90038 90044 90045 90048 90053 90054 90055 90061 90102'],
  ['capacity', 422, '90032 90036'],
  ['capacity', 403, '90041 90042 90043'],
  ['auth', 401, '10009'],
  ['auth', 403, '10010 10038 10039'],
  ['media', 400, '90040 90046'],
  ['validation', 400, '10015 10028 90050'],
  [
    'validation',
    422,
    '10001 10002 10003 10004 10011 10012 10013 10014 10015 10016 10017 10018 10019 10020 10021 10022 10023 10024 ' +
      '10025 10026 10027 10029 10030 10031 10032 10033 10034 10035 90000 90001 90002 90003 90004 90005 90006 90007 ' +
      '90008 90009 90010 90011 90012 90013 90014 90016 90017 90021 90022 90023 90024 90025 90026 90027 90028 90029 ' +
      '90030 90037 90049 90056 90057 90058 90059 90080 90081 90100 90101',
  ],
] as const;

const flow = flowOf({
  incoming: { type: 'start', exits: { incoming: 'hello' } },
  hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'ask', error: 'sorry' } },
  ask: { type: 'gather', params: { maximum_digits: 1 }, exits: { collected: 'bye', no_input: 'bye' } },
  sorry: { type: 'speak', params: { payload: 'Sorry.' }, exits: { done: 'bye' } },
  bye: { type: 'hangup' },
});

async function refuseOnce(service: TestService, status: number, code: string): Promise<void> {
  const faults = [{ action: 'speak', status, code, title: `Title of ${code}`, times: 1 }];
  await service.line().script({ faults });
}

function wordsHeardOn(phone: PhoneLine): readonly string[] {
  return phone.heardSince(0).flatMap((heard) => (heard.kind === 'speech' ? [heard.text] : []));
}

async function traceOf(service: TestService, id: string) {
  await service.settled();
  return (await service.call(id)).trace;
}

describe('a command that the carrier refuses for good', () => {
  it.each(lasting)('(%s, HTTP status %d) makes its step leave by error', async (_, status, codes) => {
    const service = await openService({ flow, clock: manualClock() });
    for (const code of codes.split(' ')) {
      await refuseOnce(service, status, code);
      const phone = await service.line().dialIn(numbers);
      await createCaller(phone).hears('Sorry.');
      expect(wordsHeardOn(phone), code).toEqual(['Sorry.']);
      const trace = await traceOf(service, phone.callControlId);
      expect(trace).toContainEqual(
        expect.objectContaining({ kind: 'refused', status, code, title: `Title of ${code}` }),
      );
      expect(trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'hello', exit: 'error' }));
    }
  });
});

describe('a command that the carrier refuses for a moment', () => {
  it.each(passing)('(%s, HTTP status %d) is sent again, and done once', async (_, status, codes) => {
    const service = await openService({ flow, clock: manualClock() });
    for (const code of codes.split(' ')) {
      await refuseOnce(service, status, code);
      const phone = await service.line().dialIn(numbers);
      await createCaller(phone).hears('Hello.');
      expect(wordsHeardOn(phone), code).toEqual(['Hello.']);
      const trace = await traceOf(service, phone.callControlId);
      expect(trace.filter(({ kind }) => kind === 'refused')).toEqual([]);
      const spoken = service.carrier.commands().filter(({ action }) => action === 'speak');
      expect(spoken.at(-1)).toMatchObject({ call_control_id: phone.callControlId, repeat: false });
    }
  });
});

describe('a command to a leg that the carrier does not have any more', () => {
  it.each(ofTheLeg)('(%s, HTTP status %d) ends the call, without an error', async (_, status, codes) => {
    const clock = manualClock();
    const carrier = await openCarrier({ clock });
    let hangUp = async () => {};
    const proxy = await openCarrierProxy(carrier, async (path, send) => {
      const answer = await send();
      if (path.endsWith('/speak')) await hangUp();
      return answer;
    });
    const service = await openService({ flow, clock, carrier: proxy });
    const { url } = carrier.target;
    for (const code of codes.split(' ')) {
      carrier.target.url = url;
      await refuseOnce(service, status, code);
      hangUp = async () => {
        // No webhook tells the service of it: it learns of the end by its own command.
        carrier.target.url = 'http://127.0.0.1:9';
        await phone.act({ kind: 'hang_up' });
      };
      const phone = await service.line().dialIn(numbers);
      const trace = await traceOf(service, phone.callControlId);
      expect(trace.at(-1), code).toMatchObject({
        kind: 'note',
        text: 'The carrier says that the call is over.',
      });
      expect(trace.filter(({ kind }) => kind === 'refused')).toEqual([]);
    }
    expect(service.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it.each(ofTheLeg)(
    '(%s, HTTP status %d) is a refusal as long as the caller is there',
    async (_, status, codes) => {
      const service = await openService({ flow, clock: manualClock() });
      for (const code of codes.split(' ')) {
        await refuseOnce(service, status, code);
        const phone = await service.line().dialIn(numbers);
        await createCaller(phone).hears('Sorry.');
        expect(wordsHeardOn(phone), code).toEqual(['Sorry.']);
      }
    },
  );
});

import { createCaller, manualClock, type ScriptChange } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { damage } from '../testing/damage.ts';
import { ask } from '../testing/database.ts';
import { greetingFlow } from '../testing/flows.ts';
import { letPass, openCarrier, openService, type TestService } from '../testing/service.ts';

const numbers = { from: '+13125550142', to: '+13125550100' };

/** Two calls that stand at the same question, in a service that was stopped there. */
async function twoCalls() {
  const clock = manualClock();
  const carrier = await openCarrier({ clock });
  const before = await openService({ flow: greetingFlow(), clock, carrier });
  const bad = await before.line().dialIn(numbers);
  const good = await before.line().dialIn({ ...numbers, from: '+13125550143' });
  for (const phone of [bad, good]) await createCaller(phone).beginsToHear('Press 1.');
  await before.settled();
  await before.stop();
  return { clock, carrier, dataDir: before.dataDir, bad, good };
}

type TwoCalls = Awaited<ReturnType<typeof twoCalls>>;

/** The two callers again, in the service that was started after the damage. */
async function restarted({ clock, carrier, dataDir, bad, good }: TwoCalls) {
  const service = await openService({ dataDir, clock, carrier });
  await service.settled();
  const here = { settled: () => service.settled() };
  return { service, bad: createCaller({ ...bad, ...here }), good: createCaller({ ...good, ...here }) };
}

const damages = [
  ['that waits for nobody', `UPDATE calls SET call = json_set(call, '$.waiting.for', 7) WHERE id = ?`],
  [
    'without the flows that wait for it',
    `UPDATE calls SET call = json_set(call, '$.frames', NULL) WHERE id = ?`,
  ],
  ['that can not be read', `UPDATE calls SET call = '{"id":' WHERE id = ?`],
] as const;
const [[, waitingForNobody], [, withoutFrames], [, noJson]] = damages;

async function figures(service: TestService): Promise<string> {
  return String((await service.api('GET', '/metrics')).body);
}

function faults(service: TestService): readonly string[] {
  return service.logged.filter((line) => line.includes('a fault of this service'));
}

async function pressOne(phone: TwoCalls['bad'], service: TestService): Promise<void> {
  await phone.act({ kind: 'press', digits: '1' });
  await service.settled();
}

describe('a call whose stored state makes the engine throw', () => {
  it('leaves its node by error, with the stack in the log and a count in the figures', async () => {
    const calls = await twoCalls();
    damage(calls.dataDir, waitingForNobody, calls.bad.callControlId);
    const { service, bad } = await restarted(calls);
    await pressOne(calls.bad, service);
    await bad.hears('We are sorry');
    await bad.hearsTheEnd();
    await service.settled();

    const { trace } = await service.call(calls.bad.callControlId);
    expect(trace).toContainEqual(
      expect.objectContaining({
        kind: 'left',
        node: 'ask',
        exit: 'error',
        why: expect.stringContaining('log'),
      }),
    );
    const [fault] = faults(service);
    expect(JSON.parse(fault ?? '{}')).toMatchObject({
      call: calls.bad.callControlId,
      place: 'transition',
      fault: { type: 'TypeError', stack: expect.stringMatching(/at .*carrier-events\.ts/) },
    });
    expect(await figures(service)).toMatch(/gatherline_faults_total\{place="transition"\} [1-9]/);
  });

  it('is hung up when even that throws', async () => {
    const calls = await twoCalls();
    damage(calls.dataDir, withoutFrames, calls.bad.callControlId);
    const { service, bad } = await restarted(calls);
    await pressOne(calls.bad, service);
    await bad.hearsTheEnd();
    await service.settled();
    expect((await service.call(calls.bad.callControlId)).call).toMatchObject({ state: 'ended', node: null });
  });

  it('is hung up when nothing of it can be read', async () => {
    const calls = await twoCalls();
    damage(calls.dataDir, noJson, calls.bad.callControlId);
    const { service, bad } = await restarted(calls);
    expect((await service.api('GET', '/api/calls')).status).toBe(200);
    await pressOne(calls.bad, service);
    await bad.hearsTheEnd();
    await service.settled();
    expect((await service.call(calls.bad.callControlId)).call.state).toBe('ended');
  });

  it.each(damages)('keeps no other caller from going on: one %s', async (_what, statement) => {
    const calls = await twoCalls();
    damage(calls.dataDir, statement, calls.bad.callControlId);
    const { service, good } = await restarted(calls);
    await calls.bad.act({ kind: 'press', digits: '1' });
    await calls.good.act({ kind: 'press', digits: '1' });
    await service.settled();
    expect(await good.hears('Goodbye.')).toMatchObject({ text: 'Goodbye.' });
    expect(await good.hearsTheEnd()).toBeDefined();
  });
});

describe('a deadline of a call that can not be moved', () => {
  it.each(damages)('holds up the deadline of no other call: one %s', async (_what, statement) => {
    const calls = await twoCalls();
    damage(calls.dataDir, statement, calls.bad.callControlId);
    // No webhook comes any more: both are looked after when their time is over.
    const service = await openService({ ...calls, carrier: { ...calls.carrier, target: { url: '' } } });
    await letPass(service, calls.clock, 1_800_000);
    const ends = await Promise.all(
      [calls.bad, calls.good].map(({ callControlId }) => service.call(callControlId)),
    );
    expect(ends.map(({ call }) => call.state)).toEqual(['ended', 'ended']);
  });
});

describe('a signal for a call that can not be moved', () => {
  it('is answered as one that nobody listens for, and the call ends', async () => {
    const calls = await twoCalls();
    damage(calls.dataDir, noJson, calls.bad.callControlId);
    const { service } = await restarted(calls);
    const path = `/api/calls/${encodeURIComponent(calls.bad.callControlId)}/signal`;
    expect(await service.api('POST', path, { name: 'go' })).toMatchObject({
      status: 202,
      body: { heard: false },
    });
    await service.settled();
    expect((await service.call(calls.bad.callControlId)).call.state).toBe('ended');
  });
});

describe('a call whose flow can not be read any more', () => {
  it('is turned away when it comes in, with a fault in the log, and others are answered', async () => {
    const clock = manualClock();
    const carrier = await openCarrier({ clock });
    const first = await openService({ flow: greetingFlow(), clock, carrier });
    const { etag } = await first.api('GET', '/api/routes');
    await first.publish(greetingFlow({ id: 'other', name: 'Other' }));
    const routes = [{ number: '+13125550101', flow: 'other' }];
    await first.api('PUT', '/api/routes', { routes, default_flow: 'greeting' }, { 'if-match': etag ?? '' });
    await first.stop();
    const lost = `UPDATE documents SET text = '{' WHERE hash = (SELECT document FROM versions WHERE flow = 'greeting')`;
    damage(first.dataDir, lost);

    const service = await openService({ dataDir: first.dataDir, clock, carrier });
    const turnedAway = await service.line().dialIn(numbers);
    expect(await createCaller(turnedAway).hearsTheEnd()).toBeDefined();
    expect(faults(service)).toHaveLength(1);
    const answered = await service.line().dialIn({ ...numbers, to: '+13125550101' });
    expect(await createCaller(answered).hears('Hello.')).toMatchObject({ text: 'Hello.' });
  });

  it('is apologised to when it is under way, once its time is over', async () => {
    const calls = await twoCalls();
    damage(calls.dataDir, `UPDATE documents SET text = '{'`);
    const { service, good } = await restarted(calls);
    await letPass(service, calls.clock, 120_000);
    expect(await good.hears('We are sorry')).toBeDefined();
    await letPass(service, calls.clock, 120_000);
    expect((await service.call(calls.good.callControlId)).call.state).toBe('ended');
  });
});

/** A call whose first command waits in the outbox of a service that was stopped. */
async function unansweredCall(script: ScriptChange = {}) {
  const clock = manualClock();
  const carrier = await openCarrier({ clock, script });
  const first = await openService({ flow: greetingFlow(), clock, carrier });
  await first.stop();
  const nowhere = { ...carrier, url: 'http://127.0.0.1:9' };
  const cutOff = await openService({ dataDir: first.dataDir, clock, carrier: nowhere });
  const { callControlId: id } = await carrier.emulator.line().dialIn(numbers);
  await carrier.emulator.idle();
  await cutOff.stop();
  expect(ask(first.dataDir, 'SELECT * FROM outbox')).toHaveLength(1);
  return { clock, carrier, dataDir: first.dataDir, id };
}

describe('the outcome of a command whose call can not be moved', () => {
  const refused = { action: 'answer', status: 422, code: '10015', title: 'Not now', times: 1 };

  it.each(damages.slice(1))(
    'is written down all the same, and never met again: one %s',
    async (_what, statement) => {
      const { clock, carrier, dataDir, id } = await unansweredCall({ faults: [refused] });
      damage(dataDir, statement, id);
      const service = await openService({ dataDir, clock, carrier });
      await letPass(service, clock, 600_000);
      expect(service.rows('outbox')).toBe(0);
      expect((await service.call(id)).call.state).toBe('ended');
      await service.stop();

      const next = await openService({ dataDir, clock, carrier });
      await next.settled();
      expect(faults(next)).toEqual([]);
    },
  );
});

describe('at the start', () => {
  it.each([
    ['command', `UPDATE outbox SET command = 'no json' WHERE call = ?`],
    ['call', noJson],
  ])('a %s that can not be read costs its own call and not the service', async (_what, statement) => {
    const { clock, carrier, dataDir, id } = await unansweredCall();
    damage(dataDir, statement, id);
    const service = await openService({ dataDir, clock, carrier });
    await letPass(service, clock, 600_000);
    expect(service.rows('outbox')).toBe(0);
    expect(faults(service)).not.toEqual([]);
    expect((await service.call(id)).call.state).toBe('ended');

    const next = await service.line().dialIn({ ...numbers, from: '+13125550143' });
    await service.settled();
    await createCaller(next).hears('Hello.');
  });

  it('a dial that can not be read is not placed, and costs no other one', async () => {
    const clock = manualClock();
    const carrier = await openCarrier({ clock });
    const first = await openService({ flow: greetingFlow(), clock, carrier });
    const body = { flow: 'greeting', from: '+13125550100', to: '+13125550142', connection_id: '7' };
    expect((await first.api('POST', '/api/calls', body)).status).toBe(201);
    await first.settled();
    await first.stop();
    damage(first.dataDir, `UPDATE dials SET dial = 'no json', state = 'open', call = NULL`);
    const service = await openService({ dataDir: first.dataDir, clock, carrier });
    await service.settled();
    expect(faults(service)).toHaveLength(1);
    expect(ask(first.dataDir, 'SELECT state FROM dials')).toEqual([{ state: 'closed' }]);
    expect((await service.api('POST', '/api/calls', body)).status).toBe(201);
  });
});

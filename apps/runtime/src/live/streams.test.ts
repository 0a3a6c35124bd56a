import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { greetingFlow } from '../testing/flows.ts';
import { readStream } from '../testing/read-stream.ts';
import { openService } from '../testing/service.ts';

const rung = z.object({ call_control_id: z.string() });

async function openCall() {
  const service = await openService({ flow: greetingFlow(), clock: manualClock() });
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await service.settled();
  const path = `${service.url}/api/calls/${encodeURIComponent(phone.callControlId)}/stream`;
  return { service, phone, path, caller: createCaller(phone) };
}

describe('the live view of a call', () => {
  it('begins at the beginning, goes on live, and ends with the call', async () => {
    const { service, phone, path, caller } = await openCall();
    const stream = await readStream(path);
    const before = await stream.until(({ event }) => event === 'call');
    expect(before.at(0)).toMatchObject({ event: 'trace', id: '1', data: { kind: 'received' } });
    expect(before.at(-1)).toMatchObject({ event: 'call', data: { state: 'answered', node: 'hello' } });

    await caller.hears('Hello.');
    await stream.until(
      ({ data }) => z.object({ node: z.literal('ask'), kind: z.literal('entered') }).safeParse(data).success,
    );
    await caller.hangsUp();
    const all = await stream.toEnd();
    expect(all.at(-1)?.event).toBe('end');
    const { trace } = await service.call(phone.callControlId);
    expect(all.filter(({ event }) => event === 'trace').map(({ data }) => data)).toEqual(trace);
  });

  it('goes on after the last thing that was seen', async () => {
    const { path, caller } = await openCall();
    const first = await readStream(path);
    const seen = await first.until(({ event }) => event === 'call');
    first.leave();
    const lastId = seen.findLast(({ id }) => id !== null)?.id ?? '';

    await caller.hangsUp();
    const rest = await (await readStream(path, lastId)).toEnd();
    expect(rest[0]?.id).toBe(String(Number(lastId) + 1));
    expect(rest.at(-1)?.event).toBe('end');
  });

  it('is not there for a call that is not', async () => {
    const { service } = await openCall();
    expect((await readStream(`${service.url}/api/calls/nobody/stream`)).status).toBe(404);
  });

  it('ends when the service does', async () => {
    const { service, path } = await openCall();
    const stream = await readStream(path);
    await stream.until(({ event }) => event === 'call');
    const [read] = await Promise.all([stream.toEnd(), service.stop()]);
    expect(read.some(({ event }) => event === 'end')).toBe(false);
  });
});

describe('the phone', () => {
  async function ring(body: object = {}) {
    const service = await openService({ flow: greetingFlow() });
    const answer = await service.api('POST', '/api/phone/calls', { flow: 'greeting', ...body });
    expect(answer.status).toBe(201);
    const { call_control_id: id } = rung.parse(answer.body);
    const act = (what: object) =>
      service.api('POST', `/api/phone/calls/${encodeURIComponent(id)}/acts`, what);
    return { service, id, act, heard: `${service.url}/api/phone/calls/${encodeURIComponent(id)}/heard` };
  }

  it('rings the draft over the emulator although the service is on the real carrier, and hears it', async () => {
    const { service, id, act, heard } = await ring();
    const stream = await readStream(heard);
    await stream.until(({ data }) => JSON.stringify(data).includes('Hello.'));
    expect(await service.call(id)).toMatchObject({ flow: 'greeting', version: null, test: true });
    expect((await act({ act: 'press', digits: '1' })).status).toBe(204);
    expect((await act({ act: 'hang_up' })).status).toBe(204);
    const all = await stream.toEnd();
    expect(all.at(-1)?.data).toMatchObject({ kind: 'hung_up' });
    expect(await act({ act: 'say', text: 'Hello?' })).toMatchObject({
      status: 409,
      body: { error: { code: 'call_over' } },
    });
    expect(service.carrier.commands()).toEqual([]);

    const again = await (await readStream(heard)).toEnd();
    expect(again).toEqual(all);
  });

  it('rings a version when asked to', async () => {
    const { service, id, heard } = await ring({ version: 1 });
    await (await readStream(heard)).until(({ data }) => JSON.stringify(data).includes('Hello.'));
    expect(await service.call(id)).toMatchObject({ version: 1, test: true });
    expect(await service.api('POST', '/api/phone/calls', { flow: 'greeting', version: 9 })).toMatchObject({
      status: 404,
    });
  });

  it('stays out of the figures', async () => {
    const { service, act, heard } = await ring();
    const stream = await readStream(heard);
    await stream.until(({ data }) => JSON.stringify(data).includes('Hello.'));
    await act({ act: 'hang_up' });
    await stream.toEnd();
    await service.settled();
    const figures = String((await service.api('GET', '/metrics')).body);
    expect(figures).toContain('gatherline_calls{state="ended"} 0');
    expect(figures).toContain('gatherline_transition_seconds_count 0');
    expect(figures).toContain('gatherline_webhook_commit_seconds_count 0');
    expect(figures).not.toMatch(/^gatherline_(webhooks|commands)_total\{/m);
    const listed = await service.api('GET', '/api/calls?test=false');
    expect(listed.body).toEqual({ calls: [], next: null });
  });

  it('knows nothing of calls that it did not make', async () => {
    const { service } = await ring();
    const acted = await service.api('POST', '/api/phone/calls/v3%3Anobody/acts', { act: 'hang_up' });
    expect(acted).toMatchObject({ status: 404 });
    expect((await readStream(`${service.url}/api/phone/calls/nobody/heard`)).status).toBe(404);
  });

  it('has its calls ended when the service was restarted', async () => {
    const { service, id, heard } = await ring();
    await (await readStream(heard)).until(({ data }) => JSON.stringify(data).includes('Hello.'));
    await service.stop();
    const next = await openService({ dataDir: service.dataDir });
    const { call, trace } = await next.call(id);
    expect(call.state).toBe('ended');
    expect(trace.at(-1)).toMatchObject({ kind: 'note', text: 'The service was restarted.' });
  });
});

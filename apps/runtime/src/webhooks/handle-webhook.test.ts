import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { describe, expect, it, onTestFinished } from 'vitest';
import { greetingFlow } from '../testing/flows.ts';
import { openService, sign, signedAt, type TestService } from '../testing/service.ts';
import { arrival, webhook } from '../testing/webhooks.ts';

const stranger = nacl.sign.keyPair().secretKey;

async function open(): Promise<TestService> {
  return openService({ flow: greetingFlow() });
}

async function expectNothingStored(service: TestService): Promise<void> {
  await service.settled();
  expect([service.rows('calls'), service.rows('events'), service.rows('trace')]).toEqual([0, 0, 0]);
}

async function figures(service: TestService): Promise<string> {
  return String((await service.api('GET', '/metrics')).body);
}

describe('a webhook that nobody can prove', () => {
  const text = JSON.stringify(arrival());
  const good = sign(text, stranger);
  const aged = (seconds: number) => sign(text, stranger, Date.now() + seconds * 1000);

  it.each([
    ['is signed by somebody else', good, 'wrong_signature'],
    ['has no signature', {}, 'missing_header'],
    [
      'has no timestamp',
      { 'telnyx-signature-ed25519': good['telnyx-signature-ed25519'] ?? '' },
      'missing_header',
    ],
    ['has a signature that is not base64', { ...good, 'telnyx-signature-ed25519': 'no' }, 'malformed_header'],
    ['has a timestamp that is not a number', { ...good, 'telnyx-timestamp': 'now' }, 'malformed_header'],
    ['is forged and older than five minutes', aged(-302), 'wrong_signature'],
    ['is genuine and older than five minutes', signedAt(text, -302), 'stale'],
    ['is genuine and comes from the future', signedAt(text, 3600), 'stale'],
  ])('is refused with 401 and leaves nothing behind when it %s', async (_case, headers, reason) => {
    const service = await open();
    const before = service.logged.length;
    const response = await service.deliver(text, headers);
    expect(response.status).toBe(401);
    await expectNothingStored(service);
    const warnings = service.logged.slice(before).filter((line) => line.includes('refused'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).not.toContain('+13125550142');
    expect(await figures(service)).toContain(`gatherline_rejected_signatures_total{reason="${reason}"} 1`);
  });

  it.each([
    [3600, '3600 s in the future'],
    [-7200, '7200 s ago'],
  ])('is put down to the clock when it is genuine and %d s off', async (seconds, words) => {
    const service = await open();
    // Where the second passes in between, the log says one more or less.
    const about = new RegExp(
      words.replace(/\d+/, (count) => `(${count}|${Number(count) - 1}|${Number(count) + 1})`),
    );
    await service.deliver(text, signedAt(text, seconds));
    const line = service.logged.find((one) => one.includes('"stale"')) ?? '';
    expect(line).toMatch(about);
    expect(line).toContain('Set the clock');
    expect(line).toContain('127.0.0.1');
  });

  it('is logged once with its sender, and counted each time', async () => {
    const service = await open();
    for (let index = 0; index < 20; index += 1) await service.deliver(text, good);
    const lines = service.logged.filter((line) => line.includes('refused'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"from":"127.0.0.1"');
    expect(await figures(service)).toContain('{reason="wrong_signature"} 20');
  });

  it('is refused when its body was changed on the way', async () => {
    const service = await open();
    const response = await service.deliver(
      text.replace('+13125550142', '+19005550199'),
      sign(text, stranger),
    );
    expect(response.status).toBe(401);
    await expectNothingStored(service);
  });

  it('names the setting to change when it is of API v1', async () => {
    const service = await open();
    const v1 = { record_type: 'event', id: 'e1', event_type: 'call_initiated', created_at: 'x', payload: {} };
    const response = await service.deliver(v1, { 'x-telnyx-signature': 't=1700000000,h=abc' });
    expect(response.status).toBe(401);
    expect(service.logged.some((line) => line.includes('webhook_api_version'))).toBe(true);
    expect((await service.deliver(v1)).status).toBe(400);
    await expectNothingStored(service);
  });
});

describe('a webhook that can not be read', () => {
  it.each([
    ['is not JSON', '{"data":', 'not_json'],
    ['is not an object', '[]', 'malformed'],
    ['has no event type', '{"data":{"id":"e1"}}', 'malformed'],
    ['has no id', '{"data":{"event_type":"call.initiated"}}', 'malformed'],
  ])('is refused with 400 although its signature holds when it %s', async (_case, body, code) => {
    const service = await open();
    const response = await service.deliver(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code } });
    await expectNothingStored(service);
  });

  it('is refused with 413 when it has more than 1 MiB', async () => {
    const service = await open();
    const response = await service.deliver(arrival({ filler: 'x'.repeat(1024 * 1024) }));
    expect(response.status).toBe(413);
    await expectNothingStored(service);
  });

  it('is refused with 405 when it does not come by POST', async () => {
    const service = await open();
    expect((await fetch(`${service.url}/webhooks/telnyx`)).status).toBe(405);
  });
});

describe('a webhook of a call', () => {
  it('begins the call on the flow that its number leads to', async () => {
    const service = await open();
    expect((await service.deliver(arrival())).status).toBe(200);
    const { flow, version, test, trace } = await service.call('v3:caller');
    expect({ flow, version, test }).toEqual({ flow: 'greeting', version: 1, test: false });
    expect(trace.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'received',
      'began',
      'entered',
      'sent',
      'waiting',
    ]);
  });

  it('counts once however often it comes', async () => {
    const service = await open();
    const body = arrival();
    const responses = await Promise.all(Array.from({ length: 5 }, () => service.deliver(body)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect([service.rows('calls'), service.rows('events')]).toEqual([1, 1]);
    expect(await figures(service)).toContain(
      'gatherline_webhooks_total{type="call.initiated",outcome="duplicate"} 4',
    );
  });

  it('of an unknown type is traced on the call, and counted where there is none', async () => {
    const service = await open();
    await service.deliver(arrival());
    expect((await service.deliver(webhook('call.brand.new', { anything: [1] }))).status).toBe(200);
    const { trace } = await service.call('v3:caller');
    expect(trace.at(-1)).toMatchObject({
      kind: 'ignored',
      type: 'call.brand.new',
      payload: { anything: [1] },
    });

    const elsewhere = webhook('number.order.created', { call_control_id: null, call_session_id: null });
    expect((await service.deliver(elsewhere)).status).toBe(200);
    expect(await figures(service)).toContain('gatherline_webhooks_total{type="other",outcome="no_call"} 1');
  });

  it('is ignored when it is of an outgoing leg that nobody here has opened', async () => {
    const service = await open();
    const leg = { direction: 'outgoing', state: 'bridging', call_control_id: 'v3:other' };
    expect((await service.deliver(webhook('call.initiated', leg))).status).toBe(200);
    expect(service.rows('calls')).toBe(0);
  });

  it('of another leg of the session reaches the call that opened it', async () => {
    const service = await open();
    await service.deliver(arrival());
    await service.deliver(
      webhook('call.initiated', { direction: 'outgoing', call_control_id: 'v3:second leg' }),
    );
    expect((await service.call('v3:caller')).trace.at(-1)).toMatchObject({
      kind: 'ignored',
      type: 'call.initiated',
    });
    expect(service.rows('calls')).toBe(1);
  });

  it('can not move a call of the phone, which lives on the other carrier', async () => {
    const service = await open();
    const rung = await service.api('POST', '/api/phone/calls', { flow: 'greeting' });
    expect(rung.status).toBe(201);
    const { call_control_id: id } = Object(rung.body);
    const forged = webhook('call.hangup', { call_control_id: id, hangup_cause: 'normal_clearing' });
    expect((await service.deliver(forged)).status).toBe(200);
    await service.settled();
    expect((await service.call(id)).trace.some(({ kind }) => kind === 'ended')).toBe(false);
  });

  it.each(['13125550100', 'sip:+13125550100@sip.telnyx.com;user=phone', '+1 (312) 555-0100'])(
    'finds its route although the carrier writes the number as %s',
    async (to) => {
      const service = await openService();
      await service.publish(greetingFlow());
      const { etag } = await service.api('GET', '/api/routes');
      const routes = [{ number: '+13125550100', flow: 'greeting' }];
      const routed = await service.api('PUT', '/api/routes', { routes }, { 'if-match': etag ?? '' });
      expect(routed.status).toBe(200);
      await service.deliver(arrival({ to }));
      expect(await service.call('v3:caller')).toMatchObject({ flow: 'greeting' });
    },
  );

  it('that no flow answers is named in the log by the number that was called', async () => {
    const service = await openService();
    await service.deliver(arrival({ to: '+15005550199' }));
    await service.settled();
    expect(service.logged.find((line) => line.includes('no flow answers'))).toContain('"to":"+15005550199"');
  });

  it('that no flow answers is rejected at the carrier', async () => {
    const service = await openService();
    const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
    await service.settled();
    expect(service.carrier.commands()).toMatchObject([
      { action: 'reject', call_control_id: phone.callControlId },
    ]);
    expect(phone.heardSince(0).at(-1)).toMatchObject({ kind: 'hung_up' });
    expect(await figures(service)).toContain(
      'gatherline_webhooks_total{type="call.initiated",outcome="unrouted"} 1',
    );
  });

  it('is asked for again with 503 while the store can not write, and taken then', async () => {
    const service = await open();
    const other = new DatabaseSync(join(service.dataDir, 'gatherline.sqlite'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const body = arrival();
    expect((await service.deliver(body)).status).toBe(503);
    expect((await service.api('GET', '/readyz')).status).toBe(503);
    other.exec('ROLLBACK');
    expect((await service.deliver(body)).status).toBe(200);
    expect((await service.api('GET', '/readyz')).status).toBe(200);
  });
});

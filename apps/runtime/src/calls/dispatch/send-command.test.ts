import { createTelnyxCarrier } from '@gatherline/carrier';
import { manualClock } from '@gatherline/emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PendingCommand } from '../../store/ports/call-store.ts';
import { openCarrier } from '../../testing/service.ts';
import { type Sending, sendCommand } from './send-command.ts';

async function open() {
  const clock = manualClock();
  const { emulator, url } = await openCarrier({ clock });
  const carrier = createTelnyxCarrier({ apiKey: 'KEY', baseUrl: `${url}/v2` });
  onTestFinished(() => carrier.close());
  const phone = await emulator.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  const pending: PendingCommand = {
    seq: 1,
    command: {
      id: 'id-1',
      callId: phone.callControlId,
      node: 'a',
      visit: 1,
      action: 'answer',
      body: {},
      keep: [],
    },
    carrier: 'telnyx',
    isTest: false,
    createdMs: clock.now(),
  };
  const sending: Sending = { carrier, clock, signal: new AbortController().signal };
  return { clock, emulator, phone, pending, sending };
}

describe('a command that a former process may have sent', () => {
  it('is sent again while the carrier knows its id, and done once', async () => {
    const { clock, emulator, pending, sending } = await open();
    await sendCommand(pending, false, sending);
    await clock.reach(clock.now() + 55_000);
    expect(await sendCommand(pending, true, sending)).toMatchObject({ kind: 'accepted' });
    expect(emulator.commands().map(({ repeat }) => repeat)).toEqual([false, true]);
  });

  it('is not sent again once the carrier may have forgotten its id: the node leaves by error', async () => {
    const { clock, emulator, pending, sending } = await open();
    await clock.reach(clock.now() + 55_001);
    expect(await sendCommand(pending, true, sending)).toMatchObject({
      kind: 'unconfirmed',
      refusal: { code: 'unconfirmed', status: null },
    });
    expect(emulator.commands()).toEqual([]);
  });

  it('is given up when its id lapses while the carrier can not be reached', async () => {
    const { clock, emulator, pending, sending } = await open();
    const faults = [{ action: 'answer', status: 503, code: '10007', title: 'Try again', times: null }];
    await emulator.line().script({ faults });
    await clock.reach(clock.now() + 54_000);
    const sent = sendCommand(pending, true, sending);
    await clock.reach(clock.now() + 1000);
    expect(await sent).toMatchObject({ kind: 'unconfirmed' });
  });

  it('is not sent again at all when the carrier could not tell a repeat of it', async () => {
    const { emulator, pending, sending } = await open();
    const message = { ...pending, command: { ...pending.command, action: 'send_message' } };
    expect(await sendCommand(message, true, sending)).toMatchObject({ kind: 'unconfirmed' });
    expect(emulator.commands()).toEqual([]);
  });

  it('ends the call when that is gone', async () => {
    const { clock, phone, pending, sending } = await open();
    await phone.act({ kind: 'hang_up' });
    await clock.reach(clock.now() + 55_001);
    expect(await sendCommand(pending, true, sending)).toEqual({ kind: 'call_over' });
  });
});

describe('a command to a leg that is gone', () => {
  it('ends the call', async () => {
    const { phone, pending, sending } = await open();
    await phone.act({ kind: 'hang_up' });
    expect(await sendCommand(pending, false, sending)).toEqual({ kind: 'call_over' });
  });

  it('is a refusal while the caller is still there: the leg was another one', async () => {
    const { emulator, pending, sending } = await open();
    const faults = [{ action: 'answer', status: 422, code: '90018', title: 'Call has ended', times: 1 }];
    await emulator.line().script({ faults });
    expect(await sendCommand(pending, false, sending)).toMatchObject({
      kind: 'refused',
      refusal: { code: '90018' },
    });
  });
});

it('a command that was cut short because the service stops is not held to have failed', async () => {
  const { pending, sending } = await open();
  const stopping = new AbortController();
  stopping.abort();
  expect(await sendCommand(pending, false, { ...sending, signal: stopping.signal })).toEqual({
    kind: 'stopped',
  });
});

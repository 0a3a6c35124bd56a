import { describe, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { createModelLine, type SyncRuntime } from './model-line.ts';
import { conversations } from './testing/conversations.ts';
import { frontDesk, textIn } from './testing/front-desk.ts';

const runtime: SyncRuntime = {
  receive(webhook, send) {
    for (const command of frontDesk(webhook.data)) send(command);
  },
};

const call = { from: '+13125550100', to: '+13125550111' };

describe('on the model alone, a caller', () => {
  it.each(Object.entries(conversations))('%s', async (_title, haveIt) => {
    const end = await haveIt(createModelLine(runtime, { startMs: 1_760_000_000_000 }));
    expect(end).toMatchObject({ kind: 'hung_up', cause: 'normal_clearing' });
  });
});

describe('a line on the model', () => {
  it('keeps the webhooks and commands of a conversation', async () => {
    const line = createModelLine(runtime);
    const caller = createCaller(await line.dialIn(call));
    await caller.hears('Welcome');
    expect(line.webhooks().map(({ data }) => data.event_type)).toEqual(['call.initiated', 'call.answered']);
    expect(line.commands().map(({ action, reply }) => [action, reply.status])).toEqual([
      ['answer', 200],
      ['gather_using_speak', 200],
    ]);
  });

  it('wakes the application when it is due, in order with what the carrier does', async () => {
    const voice = 'Telnyx.KokoroTTS.af';
    let dueAtMs: number | null = null;
    let callControlId = '';
    const line = createModelLine({
      receive({ data }, send, atMs) {
        callControlId = textIn(data.payload, 'call_control_id');
        if (data.event_type === 'call.initiated') send({ action: 'answer', callControlId, body: {} });
        if (data.event_type === 'call.answered') dueAtMs = atMs + 7000;
      },
      nextDueAtMs: () => dueAtMs,
      wake(send) {
        dueAtMs = null;
        send({ action: 'speak', callControlId, body: { payload: 'Are you still there?', voice } });
      },
    });
    const phone = await line.dialIn(call);
    const { atMs } = await createCaller(phone).hears('still there');
    expect(atMs).toBe(7000);
  });

  it('says that a runtime which is always due makes time stand still', async () => {
    const line = createModelLine({ receive() {}, nextDueAtMs: () => 0 });
    const caller = createCaller(await line.dialIn(call));
    await expect(caller.waits(10)).rejects.toThrow('still wants to be woken');
  });

  it('knows the text messages that the application sends', async () => {
    const message = { from: call.to, to: call.from, text: 'Thank you for calling.' };
    const line = createModelLine({
      receive({ data }, send) {
        if (data.event_type !== 'call.initiated') return;
        send({ action: 'send_message', callControlId: null, body: message });
      },
    });
    await line.dialIn(call);
    expect(line.texts()).toMatchObject([message]);
  });

  it('has no phone at a number that was not rung', () => {
    expect(createModelLine(runtime).phoneAt('+13125550199')).toBeNull();
  });
});

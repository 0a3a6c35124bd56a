import { createCaller, manualClock } from '@gatherline/emulator';
import { expect, it } from 'vitest';
import { flowOf } from '../testing/flows.ts';
import { openGate } from '../testing/gate.ts';
import { openCarrier, openService } from '../testing/service.ts';

const flow = flowOf({
  incoming: { type: 'start', exits: { incoming: 'hello' } },
  hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'bye', error: 'sorry' } },
  sorry: { type: 'speak', params: { payload: 'Sorry.' }, exits: { done: 'bye' } },
  bye: { type: 'hangup' },
  flagged: { type: 'on_signal', params: { name: 'flagged', mode: 'alongside' }, exits: { then: 'text' } },
  text: { type: 'send_message', params: { to: '+13125550111', text: 'Flagged.' } },
});

it('a message that is sent beside the call goes out although the step that waits is refused', async () => {
  const clock = manualClock();
  const emulator = await openCarrier({ clock });
  const gate = await openGate(emulator, 'speak');
  const service = await openService({ flow, clock, carrier: gate.carrier });
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await gate.reached();
  const path = `/api/calls/${encodeURIComponent(phone.callControlId)}/signal`;
  expect(await service.api('POST', path, { name: 'flagged' })).toMatchObject({ body: { heard: true } });

  await service.line().script({
    faults: [{ action: 'speak', status: 422, code: '90049', title: 'No such voice', times: 1 }],
  });
  gate.open();
  await createCaller(phone).hears('Sorry.');
  expect(service.line().texts()).toMatchObject([{ to: '+13125550111', text: 'Flagged.' }]);
});

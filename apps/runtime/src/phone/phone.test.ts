import { createEmulator } from '@gatherline/emulator';
import { expect, it, onTestFinished } from 'vitest';
import { createPhone } from './phone.ts';

it('keeps each of many calls at once on its own flow, and refuses the one too many in words', async () => {
  const emulator = createEmulator({ webhookUrl: 'http://127.0.0.1:9' });
  onTestFinished(() => emulator.close());
  const phone = createPhone(emulator, { mostAtOnce: 20 });
  const flowVersion = (flow: string) => ({
    flow,
    version: 1,
    revision: 1,
    document: { hash: flow, text: '{}' },
  });
  const ring = (flow: string) => phone.ring({ flowVersion: flowVersion(flow), to: '+13125550100' });
  const first = await ring('first');
  for (let index = 1; index < 20; index += 1) await ring(`flow_${index}`);
  await expect(ring('too_many')).rejects.toMatchObject({
    status: 429,
    message: expect.stringContaining('hang some of them up'),
  });
  await phone.act(first, { act: 'hang_up' });
  await expect.poll(() => ring('next')).toEqual(expect.any(String));
});

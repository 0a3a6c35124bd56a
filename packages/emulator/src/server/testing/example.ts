import { createCaller, createEmulator, manualClock } from '@gatherline/emulator';

/** Calls an application that takes webhooks at this URL, as a person would. */
export async function callTheFrontDesk(
  webhookUrl: string,
  useCarrier: (api: string, publicKey: string) => void,
) {
  const emulator = createEmulator({ webhookUrl, apiKey: 'KEY', clock: manualClock() });
  const { url } = await emulator.listen(0);
  useCarrier(`${url}/v2`, emulator.publicKey);
  const caller = createCaller(await emulator.line().dialIn({ from: '+13125550100', to: '+13125550111' }));
  await caller.hears('Press 1 for a form');
  await caller.presses('1');
  await caller.hears('Your name?');
  await caller.hangsUp();
  await emulator.close();
}

import { onTestFinished } from 'vitest';
import { manualClock } from '../clock.ts';
import { createEmulator, type EmulatorOptions } from '../create-emulator.ts';
import { type Application, createApplication } from './application.ts';

type Options = Partial<Omit<EmulatorOptions, 'apiKey'>> & {
  /** Null: none is set. */
  apiKey?: string | null;
  answer?: Parameters<typeof createApplication>[0];
};

/** An emulator that listens, with a manual clock and an application for its webhooks; all closed when the test is over. */
export async function carrierAtHand({ answer, apiKey = 'KEY', ...options }: Options = {}) {
  const application: Application = await createApplication(answer);
  const clock = manualClock(1_760_000_000_000);
  const emulator = createEmulator({
    webhookUrl: application.url,
    clock,
    idleAfterMs: 15,
    ...(apiKey === null ? {} : { apiKey }),
    ...options,
  });
  const { url } = await emulator.listen(0);
  onTestFinished(async () => {
    await emulator.close();
    await application.close();
  });

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: 'Bearer KEY', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answered: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body: answered };
  }

  return {
    application,
    clock,
    emulator,
    url,
    ask,
    /** A call from outside, its first webhook delivered. */
    dialIn: async (): Promise<string> => {
      const { callControlId } = await emulator.line().dialIn({ from: '+13125550100', to: '+13125550111' });
      await emulator.idle();
      return callControlId;
    },
    action: (callControlId: string, action: string, body: unknown = {}) =>
      ask('POST', `/v2/calls/${encodeURIComponent(callControlId)}/actions/${action}`, body),
  };
}

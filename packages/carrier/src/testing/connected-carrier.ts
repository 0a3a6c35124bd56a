import { onTestFinished } from 'vitest';
import type { Carrier, CarrierCommand } from '../port.ts';
import { createTelnyxCarrier, type TelnyxCarrierOptions } from '../telnyx/client.ts';
import { type Loopback, type ReceivedRequest, startLoopback } from './loopback.ts';
import { createPassingTime } from './passing-time.ts';

export const apiKey = 'KEY0190ABCDEF_aVerySecretKey';
export const ok = { data: { result: 'ok' } };

export const failure = (code: string, title = 'No') => ({ errors: [{ code, title }] });

export const bodyOf = (request: ReceivedRequest | undefined) =>
  JSON.parse(request?.body.toString() ?? 'null');

export function command(change: Partial<CarrierCommand> = {}): CarrierCommand {
  return {
    action: 'speak',
    callControlId: 'v3:abc',
    commandId: '9f7c1d5e-0000-5000-8000-000000000001',
    body: { payload: 'Grüß Gott', client_state: 'eyJ2IjoxfQ==' },
    ...change,
  };
}

/** A loopback server that lives as long as the test. */
export async function serve(answer: Parameters<typeof startLoopback>[0]): Promise<Loopback> {
  const server = await startLoopback(answer);
  onTestFinished(() => server.close());
  return server;
}

/** A client of that server, on a clock whose sleeps take no time; it is closed when the test is finished. */
export function connect(baseUrl: string, options: Partial<TelnyxCarrierOptions> = {}): Carrier {
  const carrier = createTelnyxCarrier({ apiKey, baseUrl, ...createPassingTime().patience, ...options });
  onTestFinished(() => carrier.close());
  return carrier;
}

import { randomUUID } from 'node:crypto';
import { type Carrier, createTelnyxCarrier } from '@gatherline/carrier';
import { createEmulator, type Emulator } from '@gatherline/emulator';

/** The carrier inside this service; `carrier` is the client that sends commands to it. */
export interface EmbeddedEmulator {
  readonly emulator: Emulator;
  readonly carrier: Carrier;
  readonly publicKey: string;
  close(): Promise<void>;
}

/** Starts it on 127.0.0.1 only, with keys that nobody else knows. `webhookUrl` is asked when there is something to deliver. */
export async function startEmbeddedEmulator(webhookUrl: () => string): Promise<EmbeddedEmulator> {
  const apiKey = randomUUID();
  const emulator = createEmulator({ webhookUrl, apiKey });
  const { url } = await emulator.listen(0, '127.0.0.1');
  const carrier = createTelnyxCarrier({ apiKey, baseUrl: `${url}/v2` });
  return {
    emulator,
    carrier,
    publicKey: emulator.publicKey,
    async close() {
      await carrier.close();
      await emulator.close();
    },
  };
}

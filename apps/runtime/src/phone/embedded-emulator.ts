import { randomUUID } from 'node:crypto';
import { type Carrier, createTelnyxCarrier } from '@gatherline/carrier';
import { createEmulator, type Emulator, scaledClock } from '@gatherline/emulator';

/** The carrier inside this service; `carrier` is the client that sends commands to it. */
export interface EmbeddedEmulator {
  readonly emulator: Emulator;
  readonly carrier: Carrier;
  readonly publicKey: string;
  close(): Promise<void>;
}

interface Settings {
  /** Asked when there is something to deliver. */
  readonly webhookUrl: () => string;
  /**
   * How many times as fast as the machine's its time runs. The service's own deadlines stay in the machine's time: a
   * carrier that is early never meets them.
   */
  readonly speed: number;
}

/** Starts it on 127.0.0.1 only, with keys that nobody else knows. */
export async function startEmbeddedEmulator({ webhookUrl, speed }: Settings): Promise<EmbeddedEmulator> {
  const apiKey = randomUUID();
  const emulator = createEmulator({ webhookUrl, apiKey, clock: scaledClock(speed) });
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

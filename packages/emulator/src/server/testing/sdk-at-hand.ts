import Telnyx from 'telnyx';
import { carrierAtHand } from './carrier-at-hand.ts';

/** The official client at an emulator: an outside witness, which knows nothing of our own code. */
export async function sdkAtHand(script = {}) {
  const carrier = await carrierAtHand({ script });
  const client = new Telnyx({
    apiKey: 'KEY',
    baseURL: `${carrier.url}/v2`,
    publicKey: carrier.emulator.publicKey,
    maxRetries: 0,
  });
  return {
    ...carrier,
    client,
    answeredCall: async (): Promise<string> => {
      const id = await carrier.dialIn();
      await client.calls.actions.answer(id, {});
      return id;
    },
    /** Lets time go on until so many webhooks of a type were delivered, or nothing is due any more. */
    passUntil: async (type: string, times = 1): Promise<void> => {
      const { application, clock, emulator } = carrier;
      const count = () => application.types().filter((one) => one === type).length;
      await emulator.idle();
      while (count() < times && clock.advanceToNextDue()) await emulator.idle();
    },
    /** Every webhook delivered so far, through the official verifier. */
    verified: () =>
      Promise.all(
        carrier.application.delivered.map(({ body, headers }) =>
          client.webhooks.unwrap(body, {
            headers: Object.fromEntries(
              Object.entries(headers).map(([name, value]) => [name, String(value)]),
            ),
          }),
        ),
      ),
  };
}

import { describe, expect, it } from 'vitest';
import { conversations } from '../caller/testing/conversations.ts';
import { frontDesk } from '../caller/testing/front-desk.ts';
import { carrierAtHand } from './testing/carrier-at-hand.ts';

describe('through the emulator, over HTTP, a caller', () => {
  it.each(Object.entries(conversations))('%s', async (_title, haveIt) => {
    const carrier = await carrierAtHand({
      answer: ({ data }) => {
        const commands = frontDesk({ ...data, record_type: 'event' });
        // Like a real application: the webhook is acknowledged first, the commands come after.
        void Promise.all(
          commands.map(({ action, callControlId, body }) =>
            carrier.action(String(callControlId), action, body),
          ),
        );
        return 200;
      },
    });
    await expect(haveIt(carrier.emulator.line())).resolves.toBeUndefined();
  });
});

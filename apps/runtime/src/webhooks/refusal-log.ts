import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';

/** Tells the operator of senders that were refused: of the first of a kind at once, of those that follow as a sum. */
export type LogRefusal = (request: IncomingMessage, refusal: { reason: string; message: string }) => void;

const sumAfterMs = 60_000;
const sendersNamed = 5;

interface Following {
  count: number;
  readonly senders: Set<string>;
}

export function createRefusalLog(log: Logger, clock: Pick<Clock, 'now' | 'at'>): LogRefusal {
  const following = new Map<string, Following>();

  function sum(reason: string): void {
    const { count = 0, senders = [] } = following.get(reason) ?? {};
    following.delete(reason);
    if (count === 0) return;
    const text = `${count} more webhooks were refused for this reason within ${sumAfterMs / 1000} s`;
    log.warn({ reason, from: [...senders] }, text);
  }

  return (request, { reason, message }) => {
    const from = senderOf(request);
    const more = following.get(reason);
    if (more === undefined) {
      following.set(reason, { count: 0, senders: new Set() });
      log.warn({ reason, from }, message);
      clock.at(clock.now() + sumAfterMs, () => sum(reason));
      return;
    }
    more.count += 1;
    if (more.senders.size < sendersNamed) more.senders.add(from);
  };
}

/** The address of the sender; where a proxy stands in between, what that one says of it too. */
function senderOf({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? 'unknown';
  const forwarded = String(headers['x-forwarded-for'] ?? '').slice(-100);
  return /^[\w.:, ]+$/.test(forwarded) ? `${address} (for ${forwarded})` : address;
}

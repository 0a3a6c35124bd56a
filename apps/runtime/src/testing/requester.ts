import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { parseAllowedHosts } from '../requests/allowed-hosts.ts';
import { createRequester, type Requester, type RequesterOptions } from '../requests/requester.ts';

export interface TestRequester extends Requester {
  readonly logged: readonly string[];
  /** How long it paused between tries, in milliseconds. */
  readonly pauses: readonly number[];
}

/** A requester to which this machine is open, and which does not wait between tries; closed after the test. */
export function openRequester(
  options: Partial<RequesterOptions> & { readonly allowed?: string } = {},
): TestRequester {
  const logged: string[] = [];
  const pauses: number[] = [];
  const { allowed = '127.0.0.1', ...rest } = options;
  const requester = createRequester({
    allowedHosts: parseAllowedHosts(allowed) ?? [],
    log: pino({ level: 'trace', base: null }, { write: (line) => logged.push(line) }),
    random: () => 1,
    sleep: async (ms) => pauses.push(ms),
    ...rest,
  });
  onTestFinished(() => requester.close());
  return { ...requester, logged, pauses };
}

/** What goes with a request that holds no secret. */
export const plainly = {
  signal: new AbortController().signal,
  idempotencyKey: 'key-1',
  seal: 'seal-4711',
  secrets: async () => null,
};

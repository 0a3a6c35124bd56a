import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import type { JsonObject } from '@gatherline/flow';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../clock.ts';
import type { AllowedHost } from './allowed-hosts.ts';
import { type Answer, toAnswer } from './answer.ts';
import { exchange, isRedirect, type Outgoing, type Received } from './exchange.ts';
import { RequestFailure } from './failure.ts';
import { type HttpRequest, httpRequestSchema } from './http-request.ts';
import { toOutgoing } from './outgoing.ts';
import { follow, mostRedirects } from './redirect.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { type Patience, patience, type Tried, tryRepeatedly } from './retries.ts';
import { fillSecrets, type FindSecret, plainOrigin } from './secret-marks.ts';
import { findTarget, type Resolve, type Surroundings } from './target.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface RequesterOptions extends Partial<Patience> {
  /** Hosts inside the network that flows may reach. */
  readonly allowedHosts: readonly AllowedHost[];
  readonly resolve?: Resolve;
  /** The addresses of this machine itself. */
  readonly ownAddresses?: () => readonly string[];
  /** Says when an answer has taken too long. */
  readonly clock?: Clock;
  readonly log: Logger;
}

export interface Sending {
  readonly signal: AbortSignal;
  /** Goes with POST and PATCH, the same for every try. */
  readonly idempotencyKey: string;
  /** What the marks of secrets begin with, made of chance: no caller and no server may learn it. */
  readonly seal: string;
  /** The value of a secret; null when it is not set. */
  readonly secrets: FindSecret;
}

/** Sends the requests of flows to other people's servers, and to the inside of the network only where a host is opened. */
export interface Requester {
  /** `request` is the body of the command. Never rejects; `timeout_millis` limits everything it does. */
  send(request: JsonObject, sending: Sending): Promise<Answer>;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

export function createRequester(options: RequesterOptions): Requester {
  const parts: Parts = {
    ...patience,
    resolve: resolveByName,
    ownAddresses: addressesOfThisMachine,
    clock: systemClock,
    ...options,
    closing: new AbortController(),
  };
  const inHand = new Set<Promise<Answer>>();
  return {
    send(request, sending) {
      const sent = send(request, sending, parts);
      inHand.add(sent);
      return sent.finally(() => inHand.delete(sent));
    },
    async close() {
      parts.closing.abort();
      await Promise.all(inHand);
    },
  };
}

interface Parts extends Surroundings, Patience {
  readonly clock: Clock;
  readonly log: Logger;
  readonly closing: AbortController;
}

async function send(body: JsonObject, sending: Sending, parts: Parts): Promise<Answer> {
  const beganAt = parts.now();
  const facts = { method: '', origin: '', tries: 0 };
  let redactor = createRedactor({ auth: undefined }, new Map(), sending.seal);
  try {
    const marked = parse(body);
    Object.assign(facts, { method: marked.method, origin: plainOrigin(marked.url) ?? 'hidden' });
    const { request, secrets } = await fillSecrets(marked, sending.seal, sending.secrets);
    redactor = createRedactor(request, secrets, sending.seal);
    const outgoing = toOutgoing(request, sending.idempotencyKey);
    const { tried, tries } = await tryWithin(request, { outgoing, redactor, sending, parts, beganAt });
    facts.tries = tries;
    if (tried instanceof RequestFailure) throw tried;
    const answer = toAnswer(tried, redactor, parts.now() - beganAt);
    parts.log.debug({ ...facts, status: tried.status }, 'http request answered');
    return answer;
  } catch (error) {
    const { reason, message } = toFailure(error, parts.log);
    parts.log.debug({ ...facts, reason }, 'http request failed');
    return { kind: 'failed', reason, detail: redactor.text(message) };
  }
}

function parse(body: JsonObject): HttpRequest {
  const result = httpRequestSchema.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join('.'));
  throw new RequestFailure(
    'bad_request',
    `The request can not be sent: ${fields.join(', ')} is not as it should be.`,
  );
}

interface Work {
  readonly outgoing: Outgoing;
  readonly redactor: Redactor;
  readonly sending: Sending;
  readonly parts: Parts;
  readonly beganAt: number;
}

/** All tries under one limit. */
async function tryWithin({ method, timeout_millis: limitMs, retries }: HttpRequest, work: Work) {
  const { sending, parts, beganAt } = work;
  const late = new AbortController();
  const inTime = parts.clock.at(parts.clock.now() + limitMs, () => late.abort());
  const signal = AbortSignal.any([sending.signal, parts.closing.signal, late.signal]);
  const tryOnce = async (): Promise<Tried> => {
    try {
      return await exchangeAndFollow(work, signal);
    } catch (error) {
      if (late.signal.aborted)
        return new RequestFailure('timeout', `There was no whole answer within ${limitMs} ms.`);
      if (signal.aborted) return new RequestFailure('aborted', 'The request was given up.');
      if (error instanceof RequestFailure) return error;
      throw error;
    }
  };
  try {
    return await tryRepeatedly(tryOnce, { method, retries, endsAt: beganAt + limitMs, signal }, parts);
  } finally {
    inTime();
  }
}

async function exchangeAndFollow(
  { outgoing, redactor, parts }: Work,
  signal: AbortSignal,
): Promise<Received> {
  let next = outgoing;
  for (let redirects = 0; ; redirects += 1) {
    const received = await exchangeOnce(next, parts, signal).catch((error: unknown) => {
      // What failed after a redirect had been sent before it.
      throw error instanceof RequestFailure && redirects > 0 ? error.afterSending() : error;
    });
    if (!isRedirect(received.status, received.headers)) return received;
    if (redirects === mostRedirects)
      throw new RequestFailure('redirects', `The server sends us on more than ${mostRedirects} times.`);
    next = follow(next, received, redactor);
  }
}

async function exchangeOnce(outgoing: Outgoing, parts: Parts, signal: AbortSignal): Promise<Received> {
  const target = await unlessAborted(findTarget(outgoing.url, parts), signal);
  return exchange(outgoing, target, signal);
}

function toFailure(error: unknown, log: Logger): RequestFailure {
  if (error instanceof RequestFailure) return error;
  // A message may hold anything, a secret too; where it happened does not.
  const places =
    error instanceof Error ? error.stack?.split('\n').filter((line) => /^ +at /.test(line)) : undefined;
  log.error({ places }, 'an http request failed for a reason of our own');
  return new RequestFailure(
    'transport',
    'The request could not be sent. The log of the service says where it failed.',
  );
}

async function resolveByName(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function addressesOfThisMachine(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap(
    (network) => network?.map(({ address }) => address) ?? [],
  );
}

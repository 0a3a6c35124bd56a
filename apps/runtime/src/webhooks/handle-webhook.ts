import type { IncomingMessage, ServerResponse } from 'node:http';
import { isKnownEventType, type ParsedWebhook, parseWebhook } from '@gatherline/carrier';
import type { CarrierEvent } from '@gatherline/flow';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import { type Metrics, toLabel } from '../metrics.ts';
import type { CarrierName } from '../store/ports/call-store.ts';
import { StoreUnavailableError } from '../store/ports/store.ts';
import type { InFlight } from '../in-flight.ts';
import type { Calls } from '../calls/calls.ts';
import { createNoteFault, type NoteFault } from '../calls/faults.ts';
import { type BodyBudget, createBodyBudget } from '../body-budget.ts';
import { identify, type Refusal, refusalByHeaders, type SignatureChecks } from './identify.ts';
import { type NoBody, readBody } from './read-body.ts';
import { createRefusalLog, type LogRefusal } from './refusal-log.ts';
import type { Receipt } from '../calls/inbound/receive-event.ts';

export interface WebhookParts {
  readonly calls: Pick<Calls, 'receive'>;
  readonly checks: SignatureChecks;
  readonly inFlight: InFlight;
  readonly log: Logger;
  readonly metrics: Metrics;
}

interface Handling extends WebhookParts {
  readonly noteFault: NoteFault;
  readonly logRefusal: LogRefusal;
  readonly budget: BodyBudget;
}

export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => void;

const limitBytes = 1024 * 1024;
const limitTogetherBytes = 16 * limitBytes;
/** The carrier itself gives up after two seconds. */
const bodyWithinMs = 5_000;

/** What the carrier calls. Written on the plain request and response, so that it can stand in front of Express. */
export function createWebhookHandler(parts: WebhookParts): WebhookHandler {
  const noteFault = createNoteFault(parts);
  const handling = {
    ...parts,
    noteFault,
    logRefusal: createRefusalLog(parts.log, systemClock),
    budget: createBodyBudget(limitTogetherBytes),
  };
  return (request, response) => {
    const handled = handle(handling, request, response).catch((error: unknown) => {
      noteFault('webhook', error, {});
      if (!response.headersSent) refuse(response, 500, 'failed', 'The event could not be handled.');
    });
    void parts.inFlight.track(handled);
  };
}

/** The story of a webhook: look at the headers, read, verify, parse, store, answer, and only then carry out. */
async function handle(parts: Handling, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const startedAt = performance.now();
  if (request.method !== 'POST') return refuseMethod(request, response);
  const unread = refusalByHeaders(request.headers);
  if (unread !== null) return refuseSender(parts, { request, response, refusal: unread });

  const { budget } = parts;
  const body = await readBody(request, { limitBytes, withinMs: bodyWithinMs, budget });
  if (typeof body === 'string') return refuseUnread(response, body);

  const sender = identify(parts.checks, request.headers, body);
  if ('reason' in sender) return refuseSender(parts, { request, response, refusal: sender });

  const parsed = parseWebhook(sender.webhook);
  if (parsed.kind !== 'event') return refuseBody(parts, response, parsed);

  const receipt = await store(parts, sender.carrier, parsed.event);
  if ('status' in receipt) return refuse(response, receipt.status, receipt.code, receipt.message);

  answer(response, 200, { ok: true });
  note(parts, { event: parsed.event, receipt, startedAt });
  receipt.followUp();
}

function refuseSender(
  { logRefusal, metrics }: Handling,
  { request, response, refusal }: { request: IncomingMessage; response: ServerResponse; refusal: Refusal },
): void {
  const { reason, code, message } = refusal;
  metrics.rejectedSignatures.inc({ reason });
  logRefusal(request, { reason, message });
  refuse(response, 401, code, message);
}

const unreadAnswers: Readonly<
  Record<Exclude<NoBody, 'aborted'>, readonly [status: number, message: string]>
> = {
  too_large: [413, 'A webhook has at most 1 MiB.'],
  too_slow: [408, `A webhook comes within ${bodyWithinMs / 1000} s.`],
  no_room: [503, 'Too many large webhooks come at once: send it again.'],
};

function refuseUnread(response: ServerResponse, why: NoBody): void {
  if (why === 'aborted') return;
  const [status, message] = unreadAnswers[why];
  refuse(response, status, why, message);
}

function refuseBody({ log, metrics }: WebhookParts, response: ServerResponse, parsed: Unreadable): void {
  const message = messageOf(parsed);
  metrics.webhooks.inc({ type: 'none', outcome: parsed.kind });
  log.warn({ problem: parsed.kind }, message);
  const status = parsed.kind === 'too_deep' ? 422 : 400;
  refuse(response, status, parsed.kind === 'v1' ? 'api_v1' : parsed.kind, message);
}

type Unreadable = Exclude<ParsedWebhook, { kind: 'event' }>;

function messageOf(parsed: Unreadable): string {
  if (parsed.kind === 'not_json') return 'The body of a webhook with a good signature is not JSON.';
  return parsed.kind === 'v1' ? parsed.message : parsed.problem;
}

interface Failure {
  readonly status: 500 | 503;
  readonly code: string;
  readonly message: string;
}

/** What could not be stored is asked for again: the carrier repeats after any 5xx. */
async function store(
  { calls, noteFault, log, metrics }: Handling,
  carrier: CarrierName,
  event: CarrierEvent,
): Promise<Receipt | Failure> {
  try {
    return await calls.receive(carrier, event);
  } catch (error) {
    const isStore = error instanceof StoreUnavailableError;
    metrics.webhooks.inc({ type: toLabel(event.type), outcome: isStore ? 'not_stored' : 'failed' });
    const about = { event: event.id, type: event.type };
    if (!isStore) {
      noteFault('webhook', error, about);
      return { status: 500, code: 'failed', message: 'The event could not be handled.' };
    }
    log.error({ ...about, err: error }, 'a webhook could not be stored');
    return {
      status: 503,
      code: 'store_unavailable',
      message: 'The event could not be stored: send it again.',
    };
  }
}

function note(
  { metrics, log }: WebhookParts,
  { event, receipt, startedAt }: { event: CarrierEvent; receipt: Receipt; startedAt: number },
): void {
  const { outcome, callId: call, isTest } = receipt;
  log.debug({ call, event: event.id, type: event.type, outcome }, 'webhook');
  if (isTest) return;
  const type = isKnownEventType(event.type) ? event.type : 'other';
  metrics.webhooks.inc({ type, outcome });
  metrics.commitSeconds.observe((performance.now() - startedAt) / 1000);
}

function refuseMethod({ method }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('allow', 'POST, OPTIONS');
  if (method !== 'OPTIONS') return refuse(response, 405, 'method_not_allowed', 'Webhooks come by POST.');
  response.writeHead(204).end();
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  answer(response, status, { error: { code, message } });
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(response.req.complete ? {} : { connection: 'close' }),
  });
  response.end(text);
}

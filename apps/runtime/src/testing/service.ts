import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import {
  type Accidents,
  createEmulator,
  type Emulator,
  type Line,
  type ManualClock,
  type PhoneLine,
  type ScriptChange,
} from '@gatherline/emulator';
import type { Flow } from '@gatherline/flow';
import { pino } from 'pino';
import nacl from 'tweetnacl';
import type { Clock } from '../clock.ts';
import { parseAllowedHosts } from '../requests/allowed-hosts.ts';
import { type RunningService, startService } from '../start.ts';
import { afterTheTest, type AtEnd } from './at-end.ts';
import { type Client, createClient } from './client.ts';
import { ask } from './database.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestService extends Client {
  readonly url: string;
  /** The carrier outside of the service. */
  readonly carrier: Emulator;
  readonly dataDir: string;
  /** What was logged so far, as JSON lines. */
  readonly logged: readonly string[];
  /** Sends a webhook; signed as the carrier does unless `headers` say otherwise. */
  deliver(body: string | object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** How many rows a table of the store has. */
  rows(table: string): number;
  /** The carrier's people, where everything has settled once nothing goes on here either. */
  line(): Line;
  /** Nothing goes on any more, neither here nor at the carrier, but what waits for its time. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestServiceOptions extends ServiceOptions, TestCarrierOptions {
  readonly clock?: ManualClock;
  /** A carrier that outlives the service. */
  readonly carrier?: TestCarrier;
}

interface ServiceOptions {
  readonly dataDir?: string;
  readonly clock?: Clock;
  /** The key the service shows to the carrier, instead of the right one. */
  readonly apiKey?: string;
  readonly flowsDir?: string;
  readonly host?: string;
  readonly publicUrl?: string;
  /** Other names the service is reached by. */
  readonly ownHosts?: string;
  /** Hosts inside the network that flows may reach. */
  readonly allowedHosts?: string;
  readonly newSeed?: () => string;
  readonly timeZone?: () => string | undefined;
  /** The servers that flows may reach; what they hold back waits for its time. */
  readonly web?: { readonly waiting: () => number };
  /** Published and answering every call. */
  readonly flow?: Flow;
  readonly atEnd?: AtEnd;
}

interface TestCarrierOptions {
  readonly clock?: ManualClock;
  readonly accidents?: Accidents;
  readonly script?: ScriptChange;
}

export interface TestCarrier {
  readonly emulator: Emulator;
  readonly url: string;
  /** Where its webhooks go. */
  readonly target: { url: string };
}

/** The only key that the carrier lets in. */
export const carrierKey = 'KEY';

/** A service in live mode with the emulator as its carrier, both over HTTP and with a store of their own. */
export async function openService(options: TestServiceOptions = {}): Promise<TestService> {
  return openServiceAt(options.carrier ?? (await openCarrier(options)), options);
}

/** A service in live mode at a carrier that is there. */
export async function openServiceAt(carrier: TestCarrier, options: ServiceOptions): Promise<TestService> {
  const { atEnd = afterTheTest } = options;
  const dataDir = options.dataDir ?? temporaryFolder(atEnd);
  const journal = createJournal();
  const service = await startService(
    {
      host: options.host ?? '127.0.0.1',
      port: 0,
      publicUrl: options.publicUrl ?? null,
      ownHosts: parseAllowedHosts(options.ownHosts ?? '') ?? [],
      telnyx: {
        apiKey: options.apiKey ?? carrierKey,
        publicKey: carrier.emulator.publicKey,
        apiBase: `${carrier.url}/v2`,
      },
      dataDir,
      flowsDir: options.flowsDir ?? null,
      allowedHosts: parseAllowedHosts(options.allowedHosts ?? '') ?? [],
      secretKey: null,
      phoneSpeed: 1,
      logLevel: 'debug',
    },
    { log: journal.log, finishWithinMs: 300, ...clockOf(options), ...inputsOf(options) },
  );
  carrier.target.url = service.url;
  const stop = once(() => service.stop());
  atEnd(stop);
  const client = createClient(service.url);
  if (options.flow !== undefined) await client.answerWith(options.flow);
  const { web } = options;
  const isOnTheWay = () => web !== undefined && journal.requestsInHand() > web.waiting();
  return {
    ...client,
    url: service.url,
    dataDir,
    logged: journal.lines,
    stop,
    ...peopleOf(carrier, () => acknowledge(service, carrier, isOnTheWay)),
    ...about(service, carrier, dataDir),
  };
}

/** The log, and what it says of requests to servers. */
function createJournal() {
  const lines: string[] = [];
  let inHand = 0;
  const write = (line: string) => {
    lines.push(line);
    if (line.includes('http request goes out')) inHand += 1;
    if (line.includes('http request has ended')) inHand -= 1;
  };
  return { lines, requestsInHand: () => inHand, log: pino({ level: 'debug', base: null }, { write }) };
}

/** Resolves when neither side has anything in hand, at one and the same moment. */
async function acknowledge(
  service: RunningService,
  carrier: TestCarrier,
  isOnTheWay: () => boolean,
): Promise<void> {
  for (let isAtRest = false; !isAtRest; ) {
    // What the clock has just woken begins in this turn.
    await turnOfTheLoop();
    await carrier.emulator.idle();
    await service.idle();
    const idle = Promise.all([carrier.emulator.idle(), service.idle()]).then(() => !isOnTheWay());
    isAtRest = await Promise.race([idle, turnOfTheLoop(false)]);
  }
}

function peopleOf(carrier: TestCarrier, settled: () => Promise<void>) {
  const near = (phone: PhoneLine): PhoneLine => ({ ...phone, settled, isActive: async () => false });
  return {
    settled,
    line(): Line {
      const line = carrier.emulator.line();
      return {
        ...line,
        dialIn: async (call) => near(await line.dialIn(call)),
        phoneAt(number) {
          const phone = line.phoneAt(number);
          return phone && near(phone);
        },
      };
    },
  };
}

function inputsOf({ newSeed, timeZone }: ServiceOptions): Pick<ServiceOptions, 'newSeed' | 'timeZone'> {
  return { ...(newSeed === undefined ? {} : { newSeed }), ...(timeZone === undefined ? {} : { timeZone }) };
}

function clockOf({ clock }: ServiceOptions): { readonly clock?: Clock } {
  return clock === undefined ? {} : { clock };
}

const signingSeed = nacl.randomBytes(32);
/** Making a key takes as long as two webhooks. */
const { secretKey: signingKey } = nacl.sign.keyPair.fromSeed(signingSeed);

/** The emulator on a port of its own, closed after the test. */
export async function openCarrier(options: TestCarrierOptions = {}): Promise<TestCarrier> {
  const target = { url: 'http://127.0.0.1:9' };
  const emulator = createCarrier(options, () => target.url);
  const { url } = await emulator.listen(0);
  afterTheTest(() => emulator.close());
  return { emulator, url, target };
}

/** The emulator that every service here takes for its carrier, without a port; `target` is asked where webhooks go. */
export function createCarrier(
  { clock, accidents, script }: TestCarrierOptions,
  target: () => string,
): Emulator {
  return createEmulator({
    webhookUrl: () => `${target()}/webhooks/telnyx`,
    apiKey: carrierKey,
    signingKey: Buffer.from(signingSeed).toString('base64'),
    // Whoever asks whether it is at rest asks the service too.
    idleAfterMs: 0,
    ...(clock === undefined ? {} : { clock }),
    ...(accidents === undefined ? {} : { deliveries: accidents }),
    ...(script === undefined ? {} : { script }),
  });
}

function about(service: RunningService, { emulator }: TestCarrier, dataDir: string) {
  return {
    carrier: emulator,
    deliver(body: string | object, headers?: Readonly<Record<string, string>>) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return fetch(`${service.url}/webhooks/telnyx`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(headers ?? sign(text, signingKey)) },
        body: text,
      });
    },
    rows(table: string) {
      return ask(dataDir, `SELECT * FROM ${table}`).length;
    },
  };
}

/** Lets time pass, and everything happen that is due in it. */
export async function letPass(service: TestService, clock: ManualClock, ms: number): Promise<void> {
  const untilMs = clock.now() + ms;
  await service.settled();
  for (let dueMs = clock.nextAtMs(); dueMs !== null && dueMs <= untilMs; dueMs = clock.nextAtMs()) {
    clock.advanceToNextDue();
    await service.settled();
  }
  await clock.reach(untilMs);
}

/** The two headers of a webhook, made at `atMs`. */
export function sign(text: string, secretKey: Uint8Array, atMs = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = nacl.sign.detached(Buffer.from(`${timestamp}|${text}`), secretKey);
  return {
    'telnyx-timestamp': timestamp,
    'telnyx-signature-ed25519': Buffer.from(signature).toString('base64'),
  };
}

/** The two headers of a webhook of the test's carrier, made so many seconds from now. */
export function signedAt(text: string, secondsFromNow: number): Record<string, string> {
  return sign(text, signingKey, Date.now() + secondsFromNow * 1000);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

import { readFileSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Carrier, createSignatureCheck, createTelnyxCarrier } from '@gatherline/carrier';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Clock, systemClock } from './clock.ts';
import type { Environment } from './environment.ts';
import { createCompleteLibrary } from './flows/complete-library.ts';
import { createFolderLibrary } from './flows/folder-library.ts';
import { readFlowFolder } from './flows/read-folder.ts';
import { readyMade } from './flows/ready-made.ts';
import { seedFirstFlow } from './flows/seed.ts';
import { createStoredLibrary } from './flows/stored-library.ts';
import { type EmbeddedEmulator, startEmbeddedEmulator } from './phone/embedded-emulator.ts';
import { createPhone } from './phone/phone.ts';
import { createRequester, type Requester } from './requests/requester.ts';
import { createHttpServer } from './http-server.ts';
import { openResources } from './resources/open-resources.ts';
import { createServer, type Server } from './server.ts';
import type { CarrierName } from './store/ports/call-store.ts';
import { createDocumentCache } from './store/document-cache.ts';
import { openSqliteStore } from './store/sqlite/open.ts';
import type { Store } from './store/ports/store.ts';

/** A service that listens. */
export interface RunningService {
  readonly url: string;
  /** Resolves when no webhook is in hand, no command waits, and nothing is still to be written. */
  idle(): Promise<void>;
  /** Takes nothing new, finishes what is in hand (within bounds), and leaves the rest to the next start. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log: Logger;
  readonly clock?: Clock;
  /** Gives a text that nobody can guess; each call is given one. */
  readonly newSeed?: () => string;
  /** By whose clock a call is told the time where its flow names no zone; the machine's if left out. */
  readonly timeZone?: () => string | undefined;
  /** How long the end may take before what is in hand is left to the next start, in milliseconds. */
  readonly finishWithinMs?: number;
}

const here = new URL('.', import.meta.url);

/** Builds the adapters that the environment asks for, and listens. Rejects with a readable error of what stands in the way. */
export async function startService(
  environment: Environment,
  { log, clock = systemClock, finishWithinMs = 10_000, ...options }: StartOptions,
): Promise<RunningService> {
  const { telnyx, host, flowsDir } = environment;
  // Read first: whoever mistyped a flow should hear of that, not of a half-opened service.
  const folder = flowsDir === null ? null : readFlowFolder(flowsDir);
  const documents = createDocumentCache();
  const store = await openSqliteStore(environment.dataDir, { documents });
  const resources = await openResources({
    ...environment,
    folder: folder?.resources ?? null,
    store: store.resources,
    now: clock.now,
  });
  const bare = folder === null ? createStoredLibrary(store.flows, clock.now) : createFolderLibrary(folder);
  const library = createCompleteLibrary(bare, { resources, documents });
  await seedFirstFlow({ flows: store.flows, library, readyMade, isDemo: telnyx === null });

  const http = createHttpServer();
  // Still asked for while the service ends, when the port is known no more.
  const own = { url: '' };
  const emulator = await startEmbeddedEmulator({
    webhookUrl: () => `${own.url}/webhooks/telnyx`,
    speed: environment.phoneSpeed,
  });
  const real =
    telnyx === null ? null : createTelnyxCarrier({ apiKey: telnyx.apiKey, baseUrl: telnyx.apiBase });
  const checks =
    telnyx === null ? [] : [{ carrier: 'telnyx' as const, check: createSignatureCheck(telnyx.publicKey) }];

  const requester = createRequester({ allowedHosts: environment.allowedHosts, clock, log });
  const server = createServer({
    ...options,
    requester,
    resources,
    mode: telnyx === null ? 'demo' : 'live',
    version: readVersion(),
    names: environment,
    store,
    documents,
    library,
    carriers: new Map<CarrierName, Carrier>([
      ['emulator', emulator.carrier],
      ...(real === null ? [] : [['telnyx', real] as const]),
    ]),
    checks: [...checks, { carrier: 'emulator', check: createSignatureCheck(emulator.publicKey) }],
    phone: createPhone(emulator.emulator),
    templates: readyMade,
    studioFolder: fileURLToPath(new URL('../../studio/dist', here)),
    clock,
    log,
  });
  await server.start();
  await listen(http, server, environment);
  own.url = urlOf(http, host);
  return {
    url: own.url,
    idle: server.idle,
    stop: () => stopService({ http, server, store, emulator, real, requester, log, finishWithinMs }),
  };
}

interface Parts {
  readonly http: HttpServer;
  readonly server: Server;
  readonly store: Store;
  readonly emulator: EmbeddedEmulator;
  readonly real: Carrier | null;
  readonly requester: Requester;
  readonly log: Logger;
  readonly finishWithinMs: number;
}

async function stopService({
  http,
  server,
  store,
  emulator,
  real,
  requester,
  log,
  finishWithinMs,
}: Parts): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  server.drain();
  // A server that is being asked is waited for: what is asked again might be done twice.
  const isFinished = await within(finishWithinMs, Promise.all([closed, server.done()]));
  if (!isFinished) log.warn('some commands are left to the next start');
  server.stop();
  http.closeAllConnections();
  await requester.close();
  await real?.close();
  await emulator.close();
  await server.idle();
  await store.close();
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timeout = AbortSignal.timeout(ms);
  return Promise.race([
    work.then(() => true),
    new Promise<false>((resolve) => timeout.addEventListener('abort', () => resolve(false))),
  ]);
}

function listen(http: HttpServer, server: Server, { host, port }: Environment): Promise<void> {
  http.on('request', server.handle);
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.removeListener('error', reject);
      resolve();
    });
  });
}

/** How this machine reaches the service. */
function urlOf(http: HttpServer, host: string): string {
  const address: AddressInfo | string | null = http.address();
  if (address === null || typeof address === 'string') throw new Error('The service does not listen.');
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}`;
}

function readVersion(): string {
  const text = readFileSync(new URL('../package.json', here), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

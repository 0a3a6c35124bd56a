import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Carrier } from '@gatherline/carrier';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { type Calls, createCalls } from './calls/calls.ts';
import { createWebhookHandler } from './webhooks/handle-webhook.ts';
import type { SignatureChecks } from './webhooks/identify.ts';
import { createBodyBudget } from './body-budget.ts';
import type { Clock } from './clock.ts';
import type { FlowLibrary } from './flows/library.ts';
import { answerErrors, noSuchPath } from './api/kit/answer-error.ts';
import { callOperations } from './api/calls.ts';
import { createEventStreams, type EventStreams } from './live/event-stream.ts';
import { flowOperations } from './api/flows.ts';
import {
  allowOnly,
  boundBodies,
  keepBody,
  type OwnNames,
  refuseDeepBodies,
  refuseDoubleNames,
  refuseOtherNames,
  refuseOtherSites,
  requireJson,
} from './api/kit/guard.ts';
import { describeApi } from './api/kit/openapi.ts';
import { mount, type Operation } from './api/kit/operation.ts';
import { operatorRoutes } from './api/operator.ts';
import { phoneOperations } from './api/phone.ts';
import { publishingOperations } from './api/publishing.ts';
import { resourceOperations } from './api/resources.ts';
import { sessionOperations } from './api/session.ts';
import { serveStudio } from './api/studio.ts';
import { type Template, templateOperations } from './api/templates.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Phone } from './phone/phone.ts';
import type { CarrierName } from './store/ports/call-store.ts';
import type { DocumentCache } from './store/document-cache.ts';
import type { Store } from './store/ports/store.ts';
import type { Requester } from './requests/requester.ts';
import type { ResourceLibrary } from './resources/resources.ts';
import { createInFlight } from './in-flight.ts';

export interface ServerParts {
  readonly mode: 'demo' | 'live';
  readonly version: string;
  readonly names: OwnNames;
  readonly store: Store;
  readonly documents: DocumentCache;
  readonly library: FlowLibrary;
  readonly requester: Pick<Requester, 'send'>;
  readonly resources: ResourceLibrary;
  /** Gives a text that nobody can guess; each call is given one. */
  readonly newSeed?: () => string;
  /** By whose clock a call is told the time where its flow names no zone; the machine's if left out. */
  readonly timeZone?: () => string | undefined;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  readonly checks: SignatureChecks;
  readonly phone: Phone;
  readonly templates: () => readonly Template[];
  readonly studioFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The service without a port. */
export interface Server {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes up what a former process left; before the first request. */
  start(): Promise<void>;
  /** Resolves when no webhook is in hand, no command waits, and nothing is still to be written. */
  readonly idle: () => Promise<void>;
  /** Resolves when, besides, no server is being asked any more. */
  readonly done: () => Promise<void>;
  /** Ends the live views; the service is not ready any more. */
  drain(): void;
  /** Sends nothing more. */
  stop(): void;
}

const webhookPath = '/webhooks/telnyx';

/** Puts the service together; listens nowhere. */
export function createServer(parts: ServerParts): Server {
  const { store, clock, log } = parts;
  const inFlight = createInFlight();
  const requests = createInFlight();
  const metrics = createMetrics(store.calls);
  const streams = createEventStreams(clock);
  let isOpen = true;

  const calls = createCalls({
    ...parts,
    calls: store.calls,
    phoneTarget: parts.phone.target,
    inFlight,
    requests,
    metrics,
  });
  const receiveWebhook = createWebhookHandler({ calls, checks: parts.checks, inFlight, log, metrics });
  const app = createApp(parts, { calls, metrics, streams, isOpen: () => isOpen });

  return {
    handle(request, response) {
      // In front of Express, which costs as much as checking the signature.
      const [path] = (request.url ?? '').split('?');
      if (path?.replace(/\/$/, '') === webhookPath) receiveWebhook(request, response);
      else app(request, response);
    },
    start: () => inFlight.track(calls.start()),
    idle: inFlight.whenIdle,
    async done() {
      await requests.whenIdle();
      await inFlight.whenIdle();
    },
    drain() {
      isOpen = false;
      streams.close();
    },
    stop: calls.stop,
  };
}

interface AppParts {
  readonly calls: Calls;
  readonly metrics: Metrics;
  readonly streams: EventStreams;
  readonly isOpen: () => boolean;
}

function createApp(parts: ServerParts, { calls, metrics, streams, isOpen }: AppParts): Express {
  const { mode, version, store, library, resources, phone, names, log } = parts;
  const operations = [
    ...sessionOperations({ mode, version }),
    ...flowOperations(library),
    ...publishingOperations(library),
    ...resourceOperations(resources),
    ...callOperations({
      calls: store.calls,
      library,
      streams,
      dialOut: calls.dialOut,
      raiseSignal: calls.raiseSignal,
      carrier: mode === 'live' ? 'telnyx' : 'emulator',
    }),
    ...phoneOperations({ phone, library, streams }),
    ...templateOperations(parts.templates),
  ];
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(helmet(headers));
  app.use(refuseOtherNames(names));
  app.use(operatorRoutes({ store, metrics, mode, isOpen }));
  app.use('/api', refuseOtherSites(names), requireJson, createApi(operations, version));
  app.use(serveStudio(parts.studioFolder));
  app.use(noSuchPath, answerErrors(log));
  return app;
}

const bodyLimitBytes = 2 * 1024 * 1024;
const bodiesTogetherBytes = 32 * bodyLimitBytes;

function createApi(operations: readonly Operation[], version: string): express.Router {
  const routes = express.Router();
  // Made when somebody asks: it takes longer than all the rest of a start.
  let description: object | null = null;
  const budget = createBodyBudget(bodiesTogetherBytes);
  const toJson = express.json({ limit: bodyLimitBytes, verify: keepBody });
  routes.use(boundBodies(budget, bodyLimitBytes), toJson, refuseDeepBodies, refuseDoubleNames);
  routes.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  routes.get('/openapi.json', (_request, response) => {
    description ??= describeApi(operations, version);
    response.json(description);
  });
  routes.all('/openapi.json', allowOnly(['GET']));
  mount(routes, operations);
  routes.use(noSuchPath);
  return routes;
}

const headers: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      // The component kit writes its colours into style elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      // A caller's recordings are played from wherever the flow has them.
      mediaSrc: ["'self'", 'data:', 'blob:', 'https:'],
      workerSrc: ["'self'", 'blob:'],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
  // The service itself speaks HTTP; whoever puts TLS in front of it decides on this.
  strictTransportSecurity: false,
};

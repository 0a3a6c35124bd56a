import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { ZodError, z } from 'zod';
import type { Line } from '../caller/phone-line.ts';
import { refusedWith } from '../model/errors.ts';
import type { Heard } from '../model/heard.ts';
import type { ModelOptions } from '../model/state.ts';
import { answerWith, noSuchPath, refuseUnreadable, requireJson, requireKey } from './answers.ts';
import { carrierRoutes } from './carrier-routes.ts';
import { type Clock, realClock } from './clock.ts';
import { controlRoutes } from './control-routes.ts';
import { type Accidents, type Attempt, createDeliveries } from './deliveries.ts';
import { createEmulatorLine } from './emulator-line.ts';
import { type AcceptedCommand, createExchange } from './exchange.ts';
import { createSigner } from './signing.ts';
import { createStir, type Stir } from './stir.ts';

export type EmulatorOptions = Pick<ModelOptions, 'seed' | 'connectionId' | 'script'> & {
  /** Where webhooks go; a function when that is known only later. */
  webhookUrl: string | (() => string);
  /** The only key that is let in; left out: any Bearer token is. */
  apiKey?: string;
  /** Base64 of a 32-byte Ed25519 seed; left out: a new key. */
  signingKey?: string;
  /** Closed together with the emulator. */
  clock?: Clock;
  deliveries?: Accidents;
  /** How long nothing must go on until the line counts as settled, real ms (30). */
  quietMs?: number;
  /** Told of every try to deliver a webhook. */
  onAttempt?: (attempt: Attempt) => void;
};

export type Emulator = {
  /** Base64 of the raw 32 bytes: what the carrier's portal would show. */
  publicKey: string;
  /** Rejects when the port can't be had. The carrier's API is under `<url>/v2`. */
  listen(port: number, host?: string): Promise<{ url: string }>;
  /** Cuts every connection and leaves no timer behind. */
  close(): Promise<void>;
  /** The people's side, for this process. */
  line(): Line;
  onHeard(listener: (heard: Heard) => void): () => void;
  /** Resolves when no webhook is on its way and no request is being answered. */
  idle(): Promise<void>;
  commands(): readonly AcceptedCommand[];
};

/** A carrier on this machine: Telnyx's HTTP API for calls, its webhooks signed and delivered, and people to talk to. */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { clock = realClock(), quietMs = 30, webhookUrl } = options;
  const stir = createStir();
  const signer = createSigner(options.signingKey);
  const deliveries = createDeliveries({
    clock,
    signer,
    stir,
    webhookUrl: typeof webhookUrl === 'string' ? () => webhookUrl : webhookUrl,
    accidents: options.deliveries ?? {},
    signedAt: Date.now,
    onAttempt: options.onAttempt ?? (() => {}),
  });
  const { connectionId, script, seed = randomUUID() } = options;
  const exchange = createExchange({
    clock,
    model: {
      seed,
      ...(connectionId === undefined ? {} : { connectionId }),
      ...(script === undefined ? {} : { script }),
    },
    onWebhook: (webhook) => deliveries.send(webhook),
  });
  const idle = () => stir.quiet(quietMs);

  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '1mb' }));
  app.use('/v2', watchedBy(stir), requireKey(options.apiKey), requireJson, carrierRoutes(exchange));
  app.use(
    '/emulator',
    ...(options.apiKey === undefined ? [] : [requireKey(options.apiKey)]),
    controlRoutes(exchange, signer.publicKey),
  );
  app.use(noSuchPath, refuseUnreadable, refuseMisshapen);
  const server = createServer(app);

  return {
    publicKey: signer.publicKey,
    async listen(port, host = '127.0.0.1') {
      server.listen(port, host);
      await once(server, 'listening');
      const address = z.object({ port: z.int() }).parse(server.address());
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}` };
    },
    async close() {
      clock.close();
      await deliveries.close();
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    line: () => createEmulatorLine({ exchange, clock, stir, idle }),
    onHeard: (listener) => exchange.onHeard(listener),
    idle,
    commands: () => exchange.commands(),
  };
}

function watchedBy(stir: Stir): RequestHandler {
  return (_request, response, next) => {
    response.on('close', stir.begin());
    next();
  };
}

const refuseMisshapen: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof ZodError) answerWith(response, refusedWith(422, '10015', z.prettifyError(error)));
  else next(error);
};

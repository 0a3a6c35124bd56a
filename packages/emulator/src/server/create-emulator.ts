import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { z } from 'zod';
import type { Line } from '../caller/phone-line.ts';
import type { Heard } from '../model/heard.ts';
import type { ModelOptions } from '../model/state.ts';
import { type Clock, realClock } from './clock.ts';
import { createApp } from './create-app.ts';
import { type Accidents, createDeliveries } from './deliveries.ts';
import { createEmulatorLine } from './emulator-line.ts';
import { type AcceptedCommand, createExchange } from './exchange.ts';
import { type Attempt, createSender } from './sender.ts';
import { createSigner } from './signing.ts';
import { createActivityMonitor } from './activity-monitor.ts';

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
  idleAfterMs?: number;
  /** Told of every try to deliver a webhook. */
  onAttempt?: (attempt: Attempt) => void;
};

export type Emulator = {
  /** Base64 of the raw 32 bytes: what the carrier's portal would show. */
  publicKey: string;
  /** The carrier's API without a port, for a server of one's own. */
  handle: RequestListener;
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
  const { apiKey, clock = realClock(), idleAfterMs = 30, webhookUrl } = options;
  const activity = createActivityMonitor();
  const signer = createSigner(options.signingKey);
  const sender = createSender({
    signer,
    webhookUrl: typeof webhookUrl === 'string' ? () => webhookUrl : webhookUrl,
    signedAt: Date.now,
  });
  const onWebhook = createDeliveries({
    sender,
    clock,
    activity,
    accidents: options.deliveries ?? {},
    onAttempt: options.onAttempt ?? (() => {}),
  });
  const exchange = createExchange({ clock, model: modelOptions(options), onWebhook });
  const idle = () => activity.whenIdle(idleAfterMs);
  const handle = createApp({ exchange, publicKey: signer.publicKey, apiKey, activity });
  const server = createServer(handle);

  return {
    publicKey: signer.publicKey,
    handle,
    async listen(port, host = '127.0.0.1') {
      server.listen(port, host);
      await once(server, 'listening');
      const address = z.object({ port: z.int() }).parse(server.address());
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}` };
    },
    async close() {
      clock.close();
      await sender.close();
      await closeServer(server);
    },
    line: () => createEmulatorLine({ exchange, clock, activity, idle }),
    onHeard: (listener) => exchange.onHeard(listener),
    idle,
    commands: () => exchange.commands(),
  };
}

/** Without a seed every start makes other ids, or an application that remembers calls would meet old ones. */
function modelOptions({ connectionId, script, seed = randomUUID() }: EmulatorOptions): ModelOptions {
  return {
    seed,
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(script === undefined ? {} : { script }),
  };
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

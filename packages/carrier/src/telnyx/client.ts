import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Carrier, Refusal } from '../port.ts';
import { type Reading, readAnswer, toOutcome, toStatus } from './answers.ts';
import { CarrierConfigurationError } from './configuration-error.ts';
import { endpointOf, legPath } from './endpoints.ts';
import { createConnections, type HttpRequest, silence } from './http.ts';
import { type Patience, type Try, tryUntilSettled } from './patience.ts';

/**
 * `timeoutMs` limits one try (5 s); `budgetMs` limits all tries of a command (45 s, inside the 60 s life of its
 * command_id); `now`, `random` and `sleep` are the clock and the dice.
 */
export interface TelnyxCarrierOptions extends Partial<Patience> {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly connections?: number;
  readonly timeoutMs?: number;
}

const detailLimit = 500;

/**
 * Telnyx Call Control v2 over keep-alive connections. Repeats 5xx, 429 and transport errors with the same command_id;
 * every failure is an outcome. Throws CarrierConfigurationError for an API key or a base URL that cannot work.
 */
export function createTelnyxCarrier(options: TelnyxCarrierOptions): Carrier {
  const { connections = 32, timeoutMs = 5_000, baseUrl = 'https://api.telnyx.com/v2' } = options;
  const apiKey = parseApiKey(options.apiKey);
  const http = createConnections({ apiKey, baseUrl: parseBaseUrl(baseUrl), connections, timeoutMs });
  const patience = toPatience(options);
  const closing = new AbortController();

  async function ask(
    request: HttpRequest,
    isRepeatable: boolean,
    signal?: AbortSignal,
  ): Promise<Try<Reading>> {
    const awake = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    const result = await tryUntilSettled(
      async (leftMs) => readAnswer(await http.request(request, leftMs, signal), isRepeatable),
      patience,
      awake,
    );
    if (result.kind === 'unsettled' && awake.aborted) {
      const code = signal?.aborted ? 'aborted' : 'closed';
      return {
        ...result,
        refusal: silence(code, `The last try ended with: ${result.refusal.title}`).refusal,
      };
    }
    return withRefusal(result, (refusal) => presentable(refusal, apiKey));
  }

  return {
    async send(command, signal) {
      const endpoint = endpointOf(command);
      if (endpoint === null) return { kind: 'refused', refusal: unaddressable };

      const { method, path, takesCommandId, isRepeatable, isAddressedToLeg } = endpoint;
      const content = takesCommandId ? { ...command.body, command_id: command.commandId } : command.body;
      const body = method === 'GET' ? null : JSON.stringify(content);
      const result = await ask({ method, path, body }, isRepeatable, signal);
      return toOutcome(result, isAddressedToLeg);
    },

    async retrieveStatus(callControlId) {
      const path = legPath(callControlId, '');
      if (path === null) return { kind: 'unknown', refusal: unaddressable };
      return toStatus(await ask({ method: 'GET', path, body: null }, true));
    },

    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      await http.close();
    },
  };
}

const unaddressable: Refusal = {
  status: null,
  code: 'unaddressable',
  title: 'This command cannot be addressed',
  detail: 'The action or the call_control_id is missing or cannot be part of an address.',
  class: 'badHandle',
};

function toPatience({ budgetMs, now, random, sleep }: Partial<Patience>): Patience {
  return {
    budgetMs: budgetMs ?? 45_000,
    now: now ?? (() => performance.now()),
    random: random ?? Math.random,
    sleep: sleep ?? ((ms, signal) => sleepFor(ms, undefined, { signal })),
  };
}

function withRefusal(result: Try<Reading>, change: (refusal: Refusal) => Refusal): Try<Reading> {
  if (result.kind === 'unsettled') return { ...result, refusal: change(result.refusal) };
  if (result.value.kind === 'success') return result;
  return { kind: 'settled', value: { kind: 'error', refusal: change(result.value.refusal) } };
}

// Whoever stands between us and the carrier may put our own headers into an error text.
function presentable(refusal: Refusal, secret: string): Refusal {
  const show = (text: string) => text.replaceAll(secret, '[redacted]').slice(0, detailLimit);
  return { ...refusal, code: show(refusal.code), title: show(refusal.title), detail: show(refusal.detail) };
}

function parseApiKey(apiKey: string): string {
  if (/^[\x21-\x7e]+$/.test(apiKey)) return apiKey;
  throw new CarrierConfigurationError(
    'malformed_api_key',
    'The API key is empty or holds a space, a line break or a character outside ASCII: ' +
      'copy it again from the portal under Keys & Credentials, API Keys.',
  );
}

function parseBaseUrl(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  const isUsable =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.search + url.hash + url.username + url.password === '';
  if (isUsable) return url;
  throw new CarrierConfigurationError(
    'malformed_base_url',
    'The base URL of the carrier is not an http or https address without a query: write it as https://api.telnyx.com/v2.',
  );
}

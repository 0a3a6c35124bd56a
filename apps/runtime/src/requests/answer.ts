import type { Json } from '@gatherline/flow';
import type { Received } from './exchange.ts';
import type { FailureReason } from './failure.ts';
import { parseBody } from './read-body.ts';
import type { Redactor } from './redact.ts';

/**
 * What became of a request, for the flow and the trace: no secret stands in it. `headers` are those of the answer with
 * names in lower case, `body` is a value where the answer was JSON, else text; `detail` is a plain sentence.
 */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      readonly body: Json;
      readonly durationMs: number;
    }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly detail: string };

const mostHeaders = 40;
const longestHeader = 512;
/** Who holds a cookie holds a session. */
const hidden: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);

export function toAnswer(received: Received, redactor: Redactor, durationMs: number): Answer {
  const headers = [...received.headers]
    .filter(([name]) => !hidden.has(name))
    .map(([name, values]) => [redactor.text(name), redactor.text(values.join(', '))] as const)
    .filter(([, value]) => value.length <= longestHeader)
    .slice(0, mostHeaders);
  return {
    kind: 'answered',
    status: received.status,
    headers: Object.fromEntries(headers),
    body: redactor.json(parseBody(received.body, received.headers)),
    durationMs: Math.round(durationMs),
  };
}

import type { EngineEvent } from '@gatherline/engine';
import type { Answer } from '../../requests/answer.ts';
import { isIdempotent } from '../../requests/http-request.ts';
import type { Requester } from '../../requests/requester.ts';
import type { Resources } from '../../resources/resources.ts';
import type { PendingCommand } from '../../store/ports/call-store.ts';

export type RequestAnswer = Pick<Extract<EngineEvent, { kind: 'requested' }>, 'type' | 'payload'>;

/** What became of a request to somebody's server. */
export interface RequestSent {
  readonly kind: 'requested';
  readonly answer: RequestAnswer;
}

interface Sending {
  readonly requester: Pick<Requester, 'send'>;
  readonly resources: Pick<Resources, 'secret'>;
  readonly signal: AbortSignal;
}

/**
 * Sends a request; `null` when the service stops before the answer. `mayHaveBeenSent`: a former process may have sent it
 * already, and what can't be repeated is not sent twice.
 */
export async function sendRequest(
  { pending, mayHaveBeenSent }: { readonly pending: PendingCommand; readonly mayHaveBeenSent: boolean },
  { requester, resources, signal }: Sending,
): Promise<RequestSent | null> {
  const { id, body, seal = '' } = pending.command;
  if (signal.aborted) return null;
  if (mayHaveBeenSent && !isIdempotent(body.method)) return { kind: 'requested', answer: unconfirmed };
  const secrets = (name: string) => resources.secret(name);
  const answer = await requester.send(body, { signal, idempotencyKey: id, seal, secrets });
  if (answer.kind === 'failed' && answer.reason === 'aborted') return null;
  return { kind: 'requested', answer: toReport(answer) };
}

function toReport(answer: Answer): RequestAnswer {
  if (answer.kind === 'failed')
    return { type: 'http.failed', payload: { reason: answer.reason, detail: answer.detail } };
  const { status, headers, body, durationMs } = answer;
  return { type: 'http.answered', payload: { status, headers, body, duration_ms: durationMs } };
}

const unconfirmed: RequestAnswer = {
  type: 'http.failed',
  payload: {
    reason: 'unconfirmed',
    detail: 'The service stopped while the request was under way; it is not sent a second time.',
  },
};

/** The service itself failed to ask the server. */
export const failedRequest: RequestAnswer = {
  type: 'http.failed',
  payload: { reason: 'transport', detail: 'The service failed to send the request; its log says how.' },
};

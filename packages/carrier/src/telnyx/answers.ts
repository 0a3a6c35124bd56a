import { isJsonObject, type JsonObject, tooDeepAt } from '@gatherline/flow';
import type { CallStatus, CommandOutcome, Refusal } from '../port.ts';
import { meansLegIsGone, toRefusal } from './errors.ts';
import type { Answer, Silence } from './http.ts';
import type { Try } from './patience.ts';

/** An answer that a repeat would not change. */
export type Reading =
  | { readonly kind: 'success'; readonly data: JsonObject }
  | { readonly kind: 'error'; readonly refusal: Refusal };

/** Tells from one answer whether the command is settled, and if not, when it may be tried again. */
export function readAnswer(answer: Answer | Silence, isRepeatable: boolean): Try<Reading> {
  if (answer.kind === 'silence') {
    const { refusal, isNeverSent } = answer;
    return { kind: 'unsettled', refusal, mayRepeat: isRepeatable || isNeverSent, askedWaitMs: null };
  }
  const { status, headers } = answer;
  const body = parseJson(answer.body);
  if (status < 300) return readSuccess(status, body, isRepeatable);

  const refusal = toRefusal(status, body);
  const isSurelyNotDone = status === 429;
  if (!isSurelyNotDone && refusal.class !== 'transient')
    return { kind: 'settled', value: { kind: 'error', refusal } };
  return {
    kind: 'unsettled',
    refusal,
    mayRepeat: isRepeatable || isSurelyNotDone,
    askedWaitMs: askedWaitMs(status, headers),
  };
}

/** The outcome of a command; a refusal ends a call only when the command was addressed to a leg. */
export function toOutcome(result: Try<Reading>, isAddressedToLeg: boolean): CommandOutcome {
  if (result.kind === 'unsettled') return { kind: 'unavailable', refusal: result.refusal };
  if (result.value.kind === 'success') return { kind: 'accepted', response: result.value.data };
  const { refusal } = result.value;
  return { kind: isAddressedToLeg && meansLegIsGone(refusal) ? 'call_over' : 'refused', refusal };
}

/** Whether a leg is alive, from the answer to a question for its status. */
export function toStatus(result: Try<Reading>): CallStatus {
  if (result.kind === 'unsettled') return { kind: 'unknown', refusal: result.refusal };
  if (result.value.kind === 'error') {
    const { refusal } = result.value;
    return meansLegIsGone(refusal) ? { kind: 'gone' } : { kind: 'unknown', refusal };
  }
  const { is_alive: isAlive } = result.value.data;
  if (typeof isAlive === 'boolean') return { kind: isAlive ? 'alive' : 'gone' };
  return { kind: 'unknown', refusal: unreadable(200, 'It does not say whether the call is alive.') };
}

function readSuccess(status: number, body: unknown, isRepeatable: boolean): Try<Reading> {
  if (isJsonObject(body)) {
    return { kind: 'settled', value: { kind: 'success', data: isJsonObject(body.data) ? body.data : {} } };
  }
  // Not the carrier's voice (a proxy's page, perhaps): nothing says that the command was taken.
  const refusal = unreadable(status, 'It is not a JSON object.');
  return { kind: 'unsettled', refusal, mayRepeat: isRepeatable, askedWaitMs: null };
}

function unreadable(status: number, detail: string): Refusal {
  const title = "The carrier's answer cannot be read";
  return { status, code: 'invalid_response', title, detail, class: 'transient' };
}

function askedWaitMs(status: number, headers: Answer['headers']): number | null {
  const names = status === 429 ? ['retry-after', 'x-ratelimit-reset'] : ['retry-after'];
  const seconds = names.map((name) => headers[name]).find(isDecimal);
  return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000);
}

function isDecimal(value: string | string[] | undefined): value is string {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return tooDeepAt(value) === null ? value : undefined;
  } catch {
    return undefined;
  }
}

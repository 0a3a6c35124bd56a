import { beginCall, transition } from '@gatherline/engine';
import { type CarrierEvent, type Problem, readRunnable } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { FlowDocument } from '../store/ports/call-store.ts';

const startedAt = '2026-01-01T12:00:00.000Z';
const id = 'v3:trial';
const facts = { id, legId: id, sessionId: id, connectionId: null, seed: id, startedAt };
const numbers = { from: '+13125550142', to: '+13125550100' };

/** Begins a call on the document as it would be kept, and throws it away: what fails here would fail every caller. */
export function assertCallsBegin({ text }: FlowDocument): void {
  const reading = readRunnable(text);
  if (!reading.ok) throw wouldFail(reading.problems);
  for (const direction of ['incoming', 'outgoing'] as const) {
    const payload = { call_control_id: id, direction, ...numbers };
    const event: CarrierEvent = { id, type: 'call.initiated', occurredAt: startedAt, payload };
    const call = beginCall(reading.flow, { ...facts, ...numbers, direction });
    try {
      transition(reading.flow, call, { kind: 'carrier', event }, Date.parse(startedAt));
    } catch (cause) {
      throw wouldFail([], cause);
    }
  }
}

function wouldFail(problems: readonly Problem[], cause?: unknown): RequestError {
  const message = 'A call on this flow would fail as soon as it begins, so it is not published.';
  return new RequestError(422, 'not_publishable', message, { problems, cause });
}

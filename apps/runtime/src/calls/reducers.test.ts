import { describe, expect, it } from 'vitest';
import { createMetrics } from '../metrics.ts';
import type { CallSnapshot, PendingCommand } from '../store/ports/call-store.ts';
import { createDocumentCache } from '../store/document-cache.ts';
import { command, newCall, nowMs } from '../store/contract/fixtures.ts';
import { greetingFlow } from '../testing/flows.ts';
import { createReducers } from './reducers.ts';

const noCalls = { count: async () => ({ states: { ringing: 0, answered: 0, ended: 0 }, pending: 0 }) };
const noteFault = () => {};
const reducers = createReducers({
  documents: createDocumentCache(),
  metrics: createMetrics(noCalls),
  noteFault,
});
const refusal = { status: 422, code: '90049', title: 'No such voice', detail: '' };

function snapshot(changes: Parameters<typeof newCall>[1]): CallSnapshot {
  const call = newCall('c1', { state: 'answered', ...changes });
  const facts = { carrier: 'telnyx', isTest: false, flow: 'greeting', version: 1, isReadable: true } as const;
  return { call: { ...facts, call, document: greetingFlow() }, dial: null };
}

function pending(visit: number): PendingCommand {
  return { seq: 3, command: command('c1', 0, visit), carrier: 'telnyx', isTest: false, createdMs: nowMs };
}

describe('a refused command', () => {
  it('takes the rest that its node had to send with it when that leaves by error', () => {
    const change = reducers.onRefused(pending(2), refusal, nowMs)(snapshot({ node: 'hello', visit: 2 }));
    expect(change).toMatchObject({
      acknowledges: 3,
      cancels: { visit: 2, node: 'hello' },
      call: { visit: 3 },
    });
  });

  it('leaves the rest alone when the path has gone on', () => {
    const change = reducers.onRefused(pending(2), refusal, nowMs)(snapshot({ node: 'ask', visit: 3 }));
    expect(change).toMatchObject({ acknowledges: 3, call: { node: 'ask', visit: 3 } });
    expect(change).not.toHaveProperty('cancels');
  });

  it('leaves the rest alone when the path has ended: the hang-up must still go', () => {
    const change = reducers.onRefused(pending(2), refusal, nowMs)(snapshot({ node: null, visit: 2 }));
    expect(change).toMatchObject({ acknowledges: 3 });
    expect(change).not.toHaveProperty('cancels');
  });
});

describe('looking after a call', () => {
  it('happens at the deadline of what it waits for', () => {
    const waiting = { for: ['call.speak.ended'], deadlineMs: nowMs + 31_000 };
    const step = reducers.onAccepted(pending(2), { conversation_id: 'x' }, nowMs);
    expect(step(snapshot({ node: 'hello', visit: 2, waiting }))).toMatchObject({
      deadlineMs: nowMs + 31_000,
    });
  });

  it('happens within the hour when it waits for nothing, and no more once it is over', () => {
    const step = reducers.onAccepted(pending(2), {}, nowMs);
    expect(step(snapshot({ node: null, visit: 2 }))).toMatchObject({ deadlineMs: nowMs + 3_600_000 });
    expect(step(snapshot({ state: 'ended', visit: 2 }))).toMatchObject({ deadlineMs: null });
  });
});

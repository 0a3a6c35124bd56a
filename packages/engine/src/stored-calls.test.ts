import { definitions, type NodeDefinition } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { storedCalls } from '../stored-calls/read.ts';
import { runnable, type StoredCall } from '../stored-calls/record.ts';
import { beginCall, type Call, resumeCall, type TraceEntry, transition } from './index.ts';

const stored = storedCalls();

describe('a call that is stored while a step keeps it waiting', () => {
  it.each(stored)('goes on where it stands: $name, stored by $version', (one) => {
    const { left, call } = resume(one);
    expect(left).toMatchObject(one.way);
    expect(call.outputs['step'] ?? {}).toMatchObject(one.outputs);
    expect(call.variables).toMatchObject(one.variables);
  });

  it('is shown for every node type that keeps a call waiting', () => {
    const shown = new Set(stored.map(({ shows }) => shows));
    const missing = definitions.filter(
      (definition) => !shown.has(definition.type) && keepsWaiting(definition),
    );
    const advice = missing.map(
      ({ type }) =>
        `${type} keeps a call waiting, and no stored call shows how: describe such a moment in packages/engine/stored-calls/moments/, then run node packages/engine/stored-calls/write.ts.`,
    );
    expect(advice).toEqual([]);
  });
});

/** Lets the stored events happen; the call is stored and read again between any two. */
function resume({ flow, subflow, call: before, next }: StoredCall) {
  const known = runnable(flow, subflow);
  let call = resumeCall(before);
  const trace: TraceEntry[] = [];
  for (const { at, event } of next) {
    const moved = transition(known, call, event, Date.parse(at));
    call = resumeCall(JSON.parse(JSON.stringify(moved.call)));
    trace.push(...moved.trace);
  }
  return { call, left: trace.filter(({ kind }) => kind === 'left') };
}

/** It answers events, or waits, fresh from the palette, until the carrier has taken its command. */
function keepsWaiting(definition: NodeDefinition): boolean {
  const { type, role, defaults } = definition;
  if (definition.handle !== undefined) return true;
  if (role !== 'step') return false;
  const begin = { type: 'start', params: { answer: false }, exits: { incoming: 'step' } };
  const nodes = { begin, step: { type, params: defaults } };
  const flow = runnable({ format: 'gatherline/flow@1', id: 'line', name: 'Line', nodes });
  const payload = { call_control_id: 'v3:caller', direction: 'incoming' };
  const startedAt = '2026-03-04T10:00:00.000Z';
  const event = { id: 'event-1', type: 'call.initiated', occurredAt: startedAt, payload };
  const { node, waiting }: Call = transition(
    flow,
    beginCall(flow, {
      id: 'v3:caller',
      legId: 'leg-1',
      sessionId: 'session-1',
      connectionId: 'connection-1',
      direction: 'incoming',
      from: '+13125550142',
      to: '+13125550100',
      seed: 'seed',
      startedAt,
    }),
    { kind: 'carrier', event },
    Date.parse(startedAt),
  ).call;
  return node === 'step' && waiting !== null;
}

import { createHash } from 'node:crypto';
import { beginCall, type Call, type Command, type TraceEntry } from '@gatherline/engine';
import { FORMAT, type Flow } from '@gatherline/flow';
import type { CallUpdate, Dial, FlowVersion, CallInput, Reducer } from '../ports/call-store.ts';
import type { Store } from '../ports/store.ts';

const flow: Flow = {
  format: FORMAT,
  id: 'front_desk',
  name: 'Front desk',
  settings: {},
  resources: {},
  inputs: {},
  outputs: {},
  variables: {},
  nodes: { input: { type: 'start', params: {}, exits: {} } },
  layout: {},
};

/** Opens an empty store that is closed and removed after the test. */
export type OpenStore = () => Promise<Store>;

export const nowMs = Date.parse('2026-03-02T09:00:00Z');

function flowVersion(text = JSON.stringify(flow)): FlowVersion {
  const hash = createHash('sha256').update(text).digest('hex');
  return { flow: flow.id, version: 1, revision: 1, document: { hash, text } };
}

export function newCall(id: string, changes: Partial<Call> = {}): Call {
  const begun = beginCall(flow, {
    id,
    legId: `leg of ${id}`,
    sessionId: `session of ${id}`,
    connectionId: null,
    direction: 'incoming',
    from: '+13125550142',
    to: '+13125550100',
    seed: `seed of ${id}`,
    startedAt: new Date(nowMs).toISOString(),
  });
  return { ...begun, ...changes };
}

export function command(callId: string, index: number, visit = 1): Command {
  return {
    id: `${callId}/${visit}/${index}`,
    callId,
    node: 'hello',
    visit,
    action: 'speak',
    body: {},
    keep: [],
  };
}

export function note(text: string): TraceEntry {
  return { at: new Date(nowMs).toISOString(), kind: 'note', text };
}

export function change(call: Call, more: Partial<CallUpdate> = {}): CallUpdate {
  return { call, trace: [], commands: [], deadlineMs: null, ...more };
}

export function begins(call: Call, more: Partial<CallUpdate> = {}): Reducer {
  return () => change(call, { begins: { flowVersion: flowVersion(), isTest: false, dialId: null }, ...more });
}

/** A fact of our own about a call. */
export function about(callId: string): CallInput {
  return { carrier: 'telnyx', eventId: null, address: { by: 'call', callId }, atMs: nowMs };
}

/** An event of the carrier. */
export function event(
  eventId: string,
  leg: string,
  more: { sessionId?: string; dialId?: string } = {},
): CallInput {
  const { sessionId = null, dialId = null } = more;
  return {
    carrier: 'telnyx',
    eventId,
    address: { by: 'leg', callControlId: leg, sessionId, dialId },
    atMs: nowMs,
  };
}

export function dial(id: string): Dial {
  return {
    id,
    carrier: 'telnyx',
    from: '+13125550100',
    to: '+13125550142',
    connectionId: '7',
    seed: 'seed',
    resources: {},
    dialsWith: {},
    variables: { name: 'Ana' },
    flowVersion: flowVersion(),
    createdMs: nowMs,
  };
}

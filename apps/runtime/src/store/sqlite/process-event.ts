import type { Call } from '@gatherline/engine';
import type {
  CallAddress,
  CarrierName,
  CallUpdate,
  Dial,
  FlowVersion,
  CallInput,
  CallSnapshot,
  PendingCommand,
  ProcessResult,
  Reducer,
  StoredCall,
} from '../ports/call-store.ts';
import type { CallStatements } from './call-statements.ts';
import { readDial } from './rows.ts';

/** A call with how many trace entries and commands it has had: they number the next ones. */
export interface CallRow extends StoredCall {
  readonly entries: number;
  readonly commands: number;
}

export interface Tools {
  readonly statements: CallStatements;
  readCallRow(id: string): CallRow | null;
}

/** One event of one call, inside a transaction: de-duplicate, load, step, write. */
export function processEvent(tools: Tools, input: CallInput, reducer: Reducer): ProcessResult {
  const { carrier, eventId, address, atMs } = input;
  if (eventId !== null && tools.statements.insertEvent.run({ carrier, id: eventId, at: atMs }) === 0) {
    return { kind: 'duplicate' };
  }
  const { row, dial } = find(tools, carrier, address);
  const snapshot: CallSnapshot = { call: row, dial };
  const change = reducer(snapshot);
  return change === null ? { kind: 'unchanged', snapshot } : write(tools.statements, { input, row, change });
}

interface Found {
  readonly row: CallRow | null;
  readonly dial: Dial | null;
}

const nothing: Found = { row: null, dial: null };

function find(tools: Tools, carrier: CarrierName, address: CallAddress): Found {
  if (address.by === 'call') return found(tools, carrier, address.callId);
  const { statements } = tools;
  const { callControlId, sessionId, dialId } = address;
  const own = callControlId === null ? nothing : found(tools, carrier, callControlId);
  if (own.row !== null) return own;

  const owner =
    callControlId === null ? undefined : statements.legOwner.first({ carrier, id: callControlId });
  if (owner !== undefined) return found(tools, carrier, owner.call);

  const dial = dialId === null ? undefined : statements.dial.first({ carrier, id: dialId });
  if (dial !== undefined)
    return dial.call === null ? { row: null, dial: readDial(dial) } : found(tools, carrier, dial.call);

  const sibling =
    sessionId === null ? undefined : statements.bySession.first({ carrier, session: sessionId });
  return sibling === undefined ? nothing : found(tools, carrier, sibling.id);
}

/** A call takes events of its own carrier only, whoever knows its id. */
function found(tools: Tools, carrier: CarrierName, id: string): Found {
  const row = tools.readCallRow(id);
  return row?.carrier === carrier ? { row, dial: null } : nothing;
}

interface Writing {
  readonly input: CallInput;
  readonly row: CallRow | null;
  readonly change: CallUpdate;
}

function write(statements: CallStatements, { input, row, change }: Writing): ProcessResult {
  const { call, begins, trace, commands, acknowledges, deadlineMs } = change;
  const isTest = begins?.isTest ?? row?.isTest ?? false;
  if (begins !== undefined) begin(statements, input.carrier, call, begins);
  if (acknowledges !== undefined) statements.acknowledge.run({ call: call.id, seq: acknowledges });
  const cancelled = cancel(statements, call.id, change.cancels);

  const firstEntry = (row?.entries ?? 0) + 1;
  for (const [index, entry] of trace.entries()) {
    statements.insertEntry.run({ call: call.id, seq: firstEntry + index, entry: JSON.stringify(entry) });
  }
  const pending = commands.map((command, index): PendingCommand => {
    return {
      seq: (row?.commands ?? 0) + 1 + index,
      command,
      carrier: input.carrier,
      isTest,
      createdMs: input.atMs,
    };
  });
  for (const { seq, command, createdMs } of pending) {
    const text = JSON.stringify(command);
    statements.insertCommand.run({ call: call.id, seq, visit: command.visit, command: text, at: createdMs });
  }
  for (const leg of Object.keys(call.legs)) {
    if (row?.call.legs[leg] === undefined)
      statements.insertLeg.run({ carrier: input.carrier, id: leg, call: call.id });
  }
  statements.moveCall.run({
    id: call.id,
    call: JSON.stringify(call),
    state: call.state,
    node: call.node,
    ended_at: call.state === 'ended' ? new Date(input.atMs).toISOString() : null,
    entries: firstEntry - 1 + trace.length,
    commands: (row?.commands ?? 0) + pending.length,
    deadline: deadlineMs,
  });
  return {
    kind: 'changed',
    before: row?.call ?? null,
    after: call,
    carrier: input.carrier,
    isTest,
    commands: pending,
    cancelled,
    deadlineMs,
  };
}

function cancel(
  statements: CallStatements,
  callId: string,
  cancels: CallUpdate['cancels'],
): readonly number[] {
  if (cancels === undefined) return [];
  const { visit, node, depth = 0 } = cancels;
  return statements.cancel.all({ call: callId, visit, node, depth }).map(({ seq }) => seq);
}

function begin(
  statements: CallStatements,
  carrier: CarrierName,
  call: Call,
  { flowVersion, isTest, dialId }: { flowVersion: FlowVersion; isTest: boolean; dialId: string | null },
): void {
  statements.insertDocument.run({ hash: flowVersion.document.hash, text: flowVersion.document.text });
  statements.insertCall.run({
    id: call.id,
    carrier,
    session: call.sessionId,
    flow: flowVersion.flow,
    version: flowVersion.version,
    revision: flowVersion.revision,
    document: flowVersion.document.hash,
    test: isTest ? 1 : 0,
    started_at: call.startedAt,
  });
  if (dialId !== null) statements.beginDial.run({ id: dialId, call: call.id });
}

import type { CallStore, Claimed, Dial, PendingCommand, StoredCall } from '../ports/call-store.ts';
import type { DocumentCache } from '../document-cache.ts';
import { listCalls } from './call-list.ts';
import { type CallStatements, createCallStatements } from './call-statements.ts';
import type { Parts } from './parts.ts';
import { type CallRow, processEvent, type Tools } from './process-event.ts';
import {
  lostDocument,
  readCall,
  readCarrier,
  readCommand,
  readDial,
  readTraceLine,
  writeDial,
} from './rows.ts';
import { createWatchers } from './watchers.ts';

export function createSqliteCallStore(parts: Parts, documents: DocumentCache): CallStore {
  const statements = createCallStatements(parts.db, parts.prepare);
  const { commit } = parts;
  const tools = createTools(statements, documents);
  const watchers = createWatchers();

  return {
    async process(input, reducer) {
      const processed = await commit(() => processEvent(tools, input, reducer));
      if (processed.kind === 'changed') watchers.notify(processed.after.id);
      return processed;
    },
    async acknowledge(callId, seq) {
      await commit(() => statements.acknowledge.run({ call: callId, seq }));
    },
    watch: watchers.add,
    ...createDialStore(parts, statements),
    ...createDeadlineStore(parts, statements),
    ...createCallReader(parts, statements, tools),
    async purge(beforeMs) {
      await commit(() => {
        statements.purgeEvents.run({ before: beforeMs });
        statements.purgeDials.run({ before: beforeMs });
      });
    },
  };
}

function createTools(statements: CallStatements, documents: DocumentCache): Tools {
  function documentOf(hash: string, flow: string) {
    try {
      return documents(hash, () => statements.document.first({ hash })?.text);
    } catch {
      return lostDocument(flow);
    }
  }

  return {
    statements,
    readCallRow(id): CallRow | null {
      const row = statements.byId.first({ id });
      if (row === undefined) return null;
      return {
        ...readCall(row),
        carrier: readCarrier(row.carrier),
        isTest: row.test === 1,
        flow: row.flow,
        version: row.version,
        document: documentOf(row.document, row.flow),
        entries: row.entries,
        commands: row.commands,
      };
    },
  };
}

type DialStore = Pick<CallStore, 'saveDial' | 'unbegunDials' | 'closeDial'>;

function createDialStore({ commit }: Parts, statements: CallStatements): DialStore {
  return {
    async saveDial(dial) {
      const { id, carrier, flowVersion, createdMs } = dial;
      await commit(() => {
        statements.insertDocument.run({ hash: flowVersion.document.hash, text: flowVersion.document.text });
        statements.insertDial.run({
          id,
          carrier,
          dial: writeDial(dial),
          flow: flowVersion.flow,
          version: flowVersion.version,
          revision: flowVersion.revision,
          document: flowVersion.document.hash,
          at: createdMs,
        });
      });
    },
    unbegunDials: () => commit(() => claimDials(statements)),
    async closeDial(id) {
      await commit(() => statements.closeDial.run({ id }));
    },
  };
}

const firstPostponementMs = 10_000;
const longestPostponementMs = 300_000;

function createDeadlineStore(
  { commit }: Parts,
  statements: CallStatements,
): Pick<CallStore, 'claimDue' | 'nextDeadline' | 'claimPending'> {
  return {
    claimDue: (nowMs) =>
      commit(() =>
        statements.due.all({ now: nowMs }).map(({ id, carrier, attempts }) => {
          const pauseMs = Math.min(firstPostponementMs * 2 ** attempts, longestPostponementMs);
          statements.postpone.run({ id, until: nowMs + pauseMs });
          return { callId: id, carrier: readCarrier(carrier) };
        }),
      ),
    nextDeadline: async () => statements.nextDeadline.first({})?.at ?? null,
    // There is no second service on this folder, so whatever waits at the start is ours.
    claimPending: () => commit(() => claimCommands(statements)),
  };
}

/** A call whose command is lost waits for what never comes, and is looked after once its deadline has passed. */
function claimCommands(statements: CallStatements): Claimed<PendingCommand> {
  const kept: PendingCommand[] = [];
  const lost: string[] = [];
  for (const { call, seq, ...row } of statements.pending.all({})) {
    const command = readCommand(row.command);
    if (command === null) {
      statements.acknowledge.run({ call, seq });
      lost.push(call);
      continue;
    }
    const carrier = readCarrier(row.carrier);
    kept.push({ seq, command, carrier, isTest: row.test === 1, createdMs: row.created_ms });
  }
  return { kept, lost };
}

function claimDials(statements: CallStatements): Claimed<Dial> {
  const kept: Dial[] = [];
  const lost: string[] = [];
  for (const row of statements.openDials.all({})) {
    const dial = readDial(row);
    if (dial !== null) {
      kept.push(dial);
      continue;
    }
    statements.closeDial.run({ id: row.id });
    lost.push(row.id);
  }
  return { kept, lost };
}

type CallReader = Pick<CallStore, 'read' | 'readTrace' | 'list' | 'unended' | 'count'>;

function createCallReader(parts: Parts, statements: CallStatements, tools: Tools): CallReader {
  return {
    read: async (callId): Promise<StoredCall | null> => tools.readCallRow(callId),
    readTrace: async (callId, afterSeq, limit) =>
      statements.trace.all({ call: callId, after: afterSeq, limit }).map(readTraceLine),
    list: async (filter) => listCalls(parts, filter),
    unended: async (carrier) => statements.unended.all({ carrier }).map(({ id }) => id),
    async count() {
      const states = new Map(statements.states.all({}).map(({ state, number }) => [state, number]));
      const numberIn = (state: string) => states.get(state) ?? 0;
      return {
        states: { ringing: numberIn('ringing'), answered: numberIn('answered'), ended: numberIn('ended') },
        pending: statements.depth.first({})?.number ?? 0,
      };
    },
  };
}

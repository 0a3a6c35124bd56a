import type { Generated } from 'kysely';

export interface Tables {
  settings: { name: string; value: string };
  documents: { hash: string; text: string };
  flows: { id: string; name: string; text: string; revision: number; updated_ms: number };
  /** The last numbers that a removed flow had: a new one under its id goes on from there. */
  removed_flows: { id: string; revision: number; version: number };
  versions: { flow: string; version: number; document: string; revision: number; published_ms: number };
  routes: { position: number; by: string; value: string; flow: string };
  resources: { name: string; type: string; value: string; updated_ms: number };
  calls: {
    /** Orders the calls by their beginning. */
    place: Generated<number>;
    id: string;
    carrier: string;
    session: string;
    flow: string;
    version: number | null;
    revision: number | null;
    document: string;
    /** 1 for a test call. */
    test: number;
    state: string;
    node: string | null;
    call: string;
    started_at: string;
    ended_at: string | null;
    entries: number;
    commands: number;
    deadline_ms: number | null;
    /** How often the deadline was claimed since the call last moved. */
    attempts: number;
  };
  legs: { carrier: string; id: string; call: string };
  events: { carrier: string; id: string; seen_ms: number };
  trace: { call: string; seq: number; entry: string };
  outbox: { call: string; seq: number; visit: number; command: string; created_ms: number };
  dials: {
    id: string;
    carrier: string;
    dial: string;
    flow: string;
    version: number | null;
    revision: number | null;
    document: string;
    state: string;
    call: string | null;
    created_ms: number;
  };
}

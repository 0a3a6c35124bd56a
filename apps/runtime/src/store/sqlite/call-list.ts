import type { CallFilter, CallSummary } from '../ports/call-store.ts';
import type { Parts } from './parts.ts';
import { readCall } from './rows.ts';

/** The calls that match, newest first; `next` leads to the page after. */
export function listCalls(
  parts: Parts,
  filter: CallFilter,
): { calls: readonly CallSummary[]; next: number | null } {
  const rows = readRows(parts, filter);
  const page = rows.slice(0, filter.limit);
  return {
    calls: page.map((row) => {
      const { from, to, direction, state, node, startedAt } = readCall(row).call;
      const { id, flow, version, ended_at } = row;
      return {
        id,
        flow,
        version,
        state,
        from,
        to,
        direction,
        test: row.test === 1,
        started_at: startedAt,
        ended_at,
        node,
      };
    }),
    next: rows.length > page.length ? (page.at(-1)?.place ?? null) : null,
  };
}

function readRows({ db, prepare }: Parts, { flow, state, test, before, limit }: CallFilter) {
  const statement = prepare(() => {
    let query = db
      .selectFrom('calls')
      .select(['place', 'id', 'flow', 'version', 'test', 'ended_at'])
      .select(['session', 'state', 'started_at', 'entries', 'call'])
      .orderBy('place', 'desc')
      .limit(limit + 1);
    if (flow !== undefined) query = query.where('flow', '=', flow);
    if (state !== undefined) query = query.where('state', '=', state);
    if (test !== undefined) query = query.where('test', '=', test ? 1 : 0);
    if (before !== undefined) query = query.where('place', '<', before);
    return query;
  });
  return statement.all({});
}

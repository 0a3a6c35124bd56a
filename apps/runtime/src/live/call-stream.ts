import { isOver } from '@gatherline/engine';
import type { CallStore } from '../store/ports/call-store.ts';
import type { Batch, Source } from './event-stream.ts';

const portionSize = 200;

/** A call's trace after `afterSeq`, then where the call stands whenever that changes, until it has ended. */
export function callSource(calls: CallStore, callId: string, afterSeq: number): Source {
  let lastSeq = afterSeq;
  let lastStand = '';

  return {
    watch: (listener) => calls.watch(callId, listener),
    async next(): Promise<Batch> {
      // Read before the trace: once the call has ended, everything that belongs to it is in the trace.
      const stored = await calls.read(callId);
      const lines = await calls.readTrace(callId, lastSeq, portionSize);
      lastSeq = lines.at(-1)?.seq ?? lastSeq;
      const entries = lines.map(({ seq, entry }) => ({ event: 'trace', data: entry, id: seq }));
      if (lines.length === portionSize || stored === null)
        return { events: entries, isLast: stored === null };

      const { state, node } = stored.call;
      const stand = { state, node };
      const isNew = JSON.stringify(stand) !== lastStand;
      lastStand = JSON.stringify(stand);
      const isLast = isOver(stored.call);
      return {
        events: [
          ...entries,
          ...(isNew ? [{ event: 'call', data: stand }] : []),
          ...(isLast ? [{ event: 'end', data: {} }] : []),
        ],
        isLast,
      };
    },
  };
}

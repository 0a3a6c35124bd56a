import type { CallStore, TraceLine } from '../store/ports/call-store.ts';

const batchSize = 1000;

/** The trace of a call from its beginning, oldest first. */
export async function readWholeTrace(
  calls: Pick<CallStore, 'readTrace'>,
  callId: string,
): Promise<readonly TraceLine['entry'][]> {
  const lines: TraceLine[] = [];
  for (let more = true; more; ) {
    const next = await calls.readTrace(callId, lines.at(-1)?.seq ?? 0, batchSize);
    lines.push(...next);
    more = next.length === batchSize;
  }
  return lines.map(({ entry }) => entry);
}

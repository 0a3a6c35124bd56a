import type { CallStore, TraceLine } from '../store/ports/call-store.ts';

const batchSize = 100;

/** The trace of a call from its beginning, oldest first, never more of it at a time than a batch. */
export async function* traceBatches(
  calls: Pick<CallStore, 'readTrace'>,
  callId: string,
): AsyncGenerator<readonly TraceLine['entry'][]> {
  let lines: readonly TraceLine[];
  let last = 0;
  do {
    lines = await calls.readTrace(callId, last, batchSize);
    last = lines.at(-1)?.seq ?? last;
    yield lines.map(({ entry }) => entry);
  } while (lines.length === batchSize);
}

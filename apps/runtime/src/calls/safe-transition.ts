import { type EngineEvent, type Transition, transition } from '@gatherline/engine';
import type { StoredCall } from '../store/ports/call-store.ts';
import type { NoteFault } from './faults.ts';

const why = 'The service failed at this step; its log says how.';
export const ourFault: EngineEvent = { kind: 'failed', why };

/**
 * Moves a call by one event. Where the engine throws, the node leaves by `error`; where it throws even then, the call is
 * hung up: one that can't be moved must not stop the others, nor come again and again.
 */
export function safeTransition(
  { document, call, isReadable }: Pick<StoredCall, 'document' | 'call' | 'isReadable'>,
  { event, atMs }: { event: EngineEvent; atMs: number },
  noteFault: NoteFault,
): Transition {
  const attempts: readonly EngineEvent[] = isReadable ? [event, ourFault] : [];
  for (const attempt of attempts) {
    try {
      return transition(document, call, attempt, atMs);
    } catch (error) {
      noteFault('transition', error, { call: call.id, node: call.node, event: event.kind });
    }
  }
  if (!isReadable) noteFault('transition', new Error('The stored call can not be read.'), { call: call.id });
  return transition(document, call, { kind: 'abandoned', why }, atMs);
}

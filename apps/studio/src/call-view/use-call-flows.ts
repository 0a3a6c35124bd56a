import type { Flow } from '@gatherline/flow';
import { useMemo } from 'react';
import { type AnyTraceEntry, useEnteredFlows } from '../api/index.ts';
import type { CallFlows } from './step-names.ts';

/** The flow that answered a call, and those that its trace says it has entered. */
export function useCallFlows(answering: Flow | null, trace: readonly AnyTraceEntry[]): CallFlows {
  const references = [...new Set(trace.flatMap(referenceIn))].toSorted();
  const key = references.join(' ');
  const named = useMemo(() => key.split(' ').filter((reference) => reference !== ''), [key]);
  const entered = useEnteredFlows(named);
  return useMemo(() => ({ answering, entered }), [answering, entered]);
}

function referenceIn(entry: AnyTraceEntry): readonly string[] {
  return entry.kind === 'entered' && entry.flow !== undefined ? [entry.flow] : [];
}

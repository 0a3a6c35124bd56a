import type { EditorGet, EditorSet, Run, RunSlice, TraceStep } from './state.ts';

export function createRunSlice(set: EditorSet, get: EditorGet): RunSlice {
  return {
    run: null,
    startRun: (callId) =>
      set({ run: { callId, state: 'running', node: null, visited: new Set(), taken: new Set() } }),
    applyTrace(entry) {
      const { run } = get();
      if (run !== null) set({ run: follow(run, entry) });
    },
    endRun() {
      const { run } = get();
      if (run !== null) set({ run: { ...run, state: 'ended', node: null } });
    },
    clearRun: () => set({ run: null }),
  };
}

function follow(run: Run, { kind, node, exit }: TraceStep): Run {
  if (kind === 'ended') return { ...run, state: 'ended', node: null };
  if (typeof node !== 'string') return run;
  if (kind === 'entered') return { ...run, node, visited: new Set([...run.visited, node]) };
  if (kind === 'left' && exit !== undefined)
    return { ...run, taken: new Set([...run.taken, `${node}/${exit}`]) };
  return run;
}

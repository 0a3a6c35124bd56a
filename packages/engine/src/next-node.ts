import { listenersTo } from './listeners.ts';
import { change, flowOf, type Run } from './run.ts';
import { APOLOGY, HANG_UP, isSafetyNet } from './safety-net.ts';
import { exitOf, nodeOf } from './visit.ts';

/** What a listener to errors listens for; it never comes from the carrier. */
const FLOW_ERROR = 'flow.error';

/** Where an exit leads. `returns`: back to the flow that entered this one, whose node leaves by that exit. */
export interface Target {
  readonly to: string | null;
  readonly via: 'wire' | 'else' | 'handler' | 'listener' | 'return' | 'quiet' | 'apology' | 'over';
  readonly returns?: { readonly exit: string; readonly why: string };
  /** A listener to errors that runs beside this. */
  readonly sidePath?: string;
}

/** The one place that knows where an unwired exit falls. */
export function target(run: Run, id: string, exitId: string): Target {
  const exit = exitOf(run, id, exitId);
  const wired = wireOf(run, id, exitId);
  if (wired !== null) return { to: wired, via: 'wire' };
  const elsewhere = exit.elseExit === undefined ? null : wireOf(run, id, exit.elseExit);
  if (elsewhere !== null) return { to: elsewhere, via: 'else' };
  // Nobody is there to hear that something is missing.
  if (run.call.state === 'ended') return { to: null, via: 'over' };
  const { handlers } = flowOf(run).settings;
  const handler = exit.fallsBackTo === undefined ? undefined : handlers?.[exit.fallsBackTo];
  if (typeof handler === 'string' && handler !== id && nodeOf(run, handler).node !== undefined) {
    return { to: handler, via: 'handler' };
  }
  const listener = exit.fallsBackTo === 'error' ? errorListener(run, id) : null;
  if (listener === null) return withoutListener(run, id, exit);
  change(run, { event: { node: id, exit: exitId } });
  const isSidePath = nodeOf(run, listener).node?.params.mode === 'alongside';
  return isSidePath
    ? { ...withoutListener(run, id, exit), sidePath: listener }
    : { to: listener, via: 'listener' };
}

function withoutListener(run: Run, id: string, exit: ReturnType<typeof exitOf>): Target {
  if (run.call.frames.length > 0 && !isSafetyNet(id)) return backToTheOuterFlow(run, exit);
  if (exit.endsQuietly === true) return { to: HANG_UP, via: 'quiet' };
  // Nothing can be said on a line that was never picked up, and the apology itself must not lead back to itself.
  const canSpeak = run.call.state === 'answered' && id !== APOLOGY;
  return { to: canSpeak ? APOLOGY : HANG_UP, via: 'apology' };
}

function wireOf(run: Run, id: string, exitId: string): string | null {
  const to = nodeOf(run, id).node?.exits[exitId];
  return to !== undefined && nodeOf(run, to).node !== undefined ? to : null;
}

function errorListener(run: Run, failed: string): string | null {
  return listenersTo(flowOf(run), FLOW_ERROR).find((id) => id !== failed) ?? null;
}

/** A main exit that leads nowhere is the end of that flow; an outcome that nobody cares for is an error in it. */
function backToTheOuterFlow(run: Run, { kind }: ReturnType<typeof exitOf>): Target {
  const ends = kind === 'main' ? 'has come to its end' : 'knows no way on';
  const why = `The flow ${flowOf(run).name} ${ends}.`;
  const returns = { exit: kind === 'main' ? 'returned' : 'error', why };
  return { to: null, via: 'return', returns };
}

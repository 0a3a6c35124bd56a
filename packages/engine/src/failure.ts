import { leave } from '@gatherline/flow';
import { resumeCall } from './begin.ts';
import type { Call } from './call.ts';
import { endPath } from './end-path.ts';
import { isSpare } from './legs.ts';
import { follow, goTo } from './path.ts';
import { type Run, trace } from './run.ts';
import { HANG_UP, isSafetyNet } from './safety-net.ts';
import { send } from './send.ts';

/** Whoever moves the call could not, by a fault of the service: the node leaves by `error`, where there is one to leave. */
export function onFailed(run: Run, why: string): void {
  const { node } = run.call;
  if (node === null || isSafetyNet(node)) return onAbandoned(run, why);
  trace(run, { kind: 'note', text: why, event: 'failed' });
  follow(run, leave('error', { why, stopsFirst: true }));
}

/** Nothing of the call's state can be trusted any more: all its legs are hung up, whatever the flow says. */
export function onAbandoned(run: Run, why: string): void {
  const { legs } = run.call;
  run.call = withoutItsPath(run.call);
  trace(run, { kind: 'note', text: why, event: 'abandoned' });
  const open = Object.entries(legs ?? {}).filter(([, leg]) => leg?.state !== 'ended');
  for (const [leg] of open) {
    const request = { action: 'hangup', params: {}, leg };
    if (!isSpare(run.call, request)) send(run, '', request);
  }
  if (run.call.state === 'ended') endPath(run);
  else goTo(run, HANG_UP);
}

/** Who is on the line, and nothing of what the flow has made of them. */
function withoutItsPath(call: Call): Call {
  const { id, legId, sessionId, connectionId, direction, from, to, startedAt } = call;
  const line = { id, legId, sessionId, connectionId, direction, from, to, startedAt };
  const { seed, state, visit, hangup, legs, sensitive } = call;
  return resumeCall({
    ...line,
    seed,
    state,
    visit: visit + 1,
    hangup,
    legs,
    sensitive,
    hangupPathStarted: true,
  });
}

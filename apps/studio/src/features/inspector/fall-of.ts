import type { Exit, Flow } from '@gatherline/flow';
import { faceOf, type Node, nameOf } from '../../store/index.ts';

/** What happens at an exit that leads nowhere, in one sentence. */
export function fallOf(
  flow: Flow,
  node: Node,
  exit: Pick<Exit, 'elseExit' | 'fallsTo' | 'endsQuietly'>,
): string {
  const { elseExit } = exit;
  if (elseExit !== undefined && node.exits[elseExit] !== undefined) {
    const label = faceOf(node).exits.find(({ id }) => id === elseExit)?.label ?? elseExit;
    return `Not connected: goes the way of “${label}”.`;
  }
  const handler = exit.fallsTo === undefined ? undefined : flow.settings.handlers?.[exit.fallsTo];
  if (typeof handler === 'string' && flow.nodes[handler] !== undefined) {
    return `Not connected: goes to “${nameOf(flow, handler)}”, as the flow's settings say.`;
  }
  if (exit.endsQuietly === true) return 'Not connected: the call ends here.';
  return 'Not connected: the caller hears an apology and the call ends.';
}

import { type ReadyMadeFlow, readyMadeFlows } from '@gatherline/conversations/files';

let known: readonly ReadyMadeFlow[] | null = null;

/** The flows that come with this version, read when they are first asked for. */
export function readyMade(): readonly ReadyMadeFlow[] {
  known ??= readyMadeFlows();
  return known;
}

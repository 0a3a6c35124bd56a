import type { Flow } from '@gatherline/flow';
import { nodeView } from '../view/node-view.ts';
import { wireId } from '../document/wiring.ts';
import type { Mark, Overlay, OverlayStore } from './overlay.ts';

/** The part of a line of a trace that the way of a call depends on. */
export interface TraceLine {
  readonly kind: string;
  readonly node?: string | null;
  /** The flow of the node, as another flow entered it; left out for the flow that answered. */
  readonly flow?: string;
  readonly visit?: number;
  readonly exit?: string;
  readonly via?: string;
}

/** The drawn flow, and what the trace calls it where it is not the one that answered. */
export interface DrawnFlow {
  readonly flow: Flow | null;
  readonly enteredAs?: string | undefined;
}

/** The way of a call over the flow that is drawn. */
export interface CallOverlay extends Overlay {
  readonly kind: 'call';
  readonly cursor: number;
  /** The number of the newest visit, in whichever flow. */
  readonly visit: number | null;
}

const here: Mark = { look: 'here', words: 'The call is here' };
const visited: Mark = { look: 'visited', words: 'The call was here' };
const taken: Mark = { look: 'visited', words: 'The call went this way' };

const callBegins: CallOverlay = {
  kind: 'call',
  nodes: new Map(),
  wires: new Map(),
  cursor: 0,
  standing: null,
  visit: null,
};

/** The way of a call, as far as the first `cursor` lines of its trace tell it. */
export function callOverlay(
  trace: readonly TraceLine[],
  drawn: DrawnFlow,
  cursor: number = trace.length,
): CallOverlay {
  return trace.slice(0, cursor).reduce((call, line) => afterLine(call, line, drawn), callBegins);
}

/** The way of a call after one more line. A step of another flow lights up none of the drawn one, whatever its id. */
function afterLine(call: CallOverlay, line: TraceLine, drawn: DrawnFlow): CallOverlay {
  const next = { ...call, cursor: call.cursor + 1 };
  if (line.kind === 'ended') return leaveStep(next);
  if (typeof line.node !== 'string') return next;
  const isDrawn = line.flow === drawn.enteredAs;
  if (line.kind === 'entered') {
    const entered = { ...next, visit: line.visit ?? null };
    return isDrawn ? enter(entered, line.node, isBesideTheCall(call, line)) : entered;
  }
  if (line.kind !== 'left' || !isDrawn) return next;
  return line.via === 'return' ? leaveStep(next) : takeExit(next, line, drawn.flow);
}

/** Marks a call on the canvas while it runs. */
export function markRunningCall(overlay: OverlayStore, flowOf: () => Flow | null) {
  let call = callBegins;
  const show = (next: CallOverlay) => {
    call = next;
    overlay.show(next);
  };
  return {
    startRun: () => show(callBegins),
    applyTrace: (line: TraceLine) => show(afterLine(call, line, { flow: flowOf() })),
    endRun: () => show(leaveStep(call)),
  };
}

/** A path beside the call carries the visit at which the call waits meanwhile. */
function isBesideTheCall(call: CallOverlay, { visit }: TraceLine): boolean {
  return visit !== undefined && visit === call.visit;
}

function enter(call: CallOverlay, node: string, isBeside: boolean): CallOverlay {
  if (isBeside) return call.standing === node ? call : withNode(call, node, visited);
  return { ...withNode(leaveStep(call), node, here), standing: node };
}

function leaveStep(call: CallOverlay): CallOverlay {
  if (call.standing === null) return call;
  return { ...withNode(call, call.standing, visited), standing: null };
}

/** Only a wire is gone along: an exit that a handler or an apology answers has none. */
function takeExit(call: CallOverlay, { node, exit, via }: TraceLine, flow: Flow | null): CallOverlay {
  if (typeof node !== 'string' || exit === undefined || (via !== 'wire' && via !== 'else')) return call;
  const wired = via === 'wire' ? exit : elseExit(flow, node, exit);
  return { ...call, wires: new Map(call.wires).set(wireId({ node, exit: wired }), taken) };
}

/** An exit without a wire may go the way of another one. */
function elseExit(flow: Flow | null, node: string, exit: string): string {
  const record = flow?.nodes[node];
  const found = record && nodeView(record).exits.find(({ id }) => id === exit);
  return found?.elseExit ?? exit;
}

function withNode(call: CallOverlay, node: string, mark: Mark): CallOverlay {
  return { ...call, nodes: new Map(call.nodes).set(node, mark) };
}

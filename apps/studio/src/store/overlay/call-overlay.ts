import { type Flow, parseFlowReference } from '@gatherline/flow';
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

/** The drawn flow, and the id of the one that answered the call, which its trace does not name. */
export interface DrawnFlow {
  readonly flow: Flow | null;
  readonly answering: string | null;
}

/** The way of a call over the flow that is drawn. */
export interface CallOverlay extends Overlay {
  readonly kind: 'call';
  readonly cursor: number;
  /** The number of the newest visit, in whichever flow. */
  readonly visit: number | null;
  /** Where the call stands in each flow that it is in: first the one that answered, last the one that was entered last. */
  readonly stack: readonly Standing[];
}

interface Standing {
  readonly flow: string | undefined;
  readonly node: string;
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
  stack: [],
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
  if (line.kind === 'ended') return standAt(next, [], drawn);
  const { node, flow } = line;
  if (typeof node !== 'string') return next;
  if (line.kind === 'entered') return enter(next, { node, flow }, line.visit, drawn);
  if (line.kind !== 'left') return next;
  if (line.via === 'return') return standAt(next, outside(next.stack, flow), drawn);
  return isOf(drawn, flow) ? takeExit(next, line, drawn.flow) : next;
}

/** Marks a call on the canvas while it runs; the flow that is open when it begins is the one that answers. */
export function markRunningCall(overlay: OverlayStore, flowOf: () => Flow | null) {
  let call = callBegins;
  let answering: string | null = null;
  const drawn = (): DrawnFlow => ({ flow: flowOf(), answering });
  const show = (next: CallOverlay) => {
    call = next;
    overlay.show(next);
  };
  return {
    startRun() {
      answering = flowOf()?.id ?? null;
      show(callBegins);
    },
    applyTrace: (line: TraceLine) => show(afterLine(call, line, drawn())),
    endRun: () => show(standAt(call, [], drawn())),
  };
}

/** Whether the flow that a line names, `booking@3` for one, is the drawn one, in whichever version. */
function isOf({ flow, answering }: DrawnFlow, reference: string | undefined): boolean {
  const id = reference === undefined ? answering : parseFlowReference(reference).flow;
  return id !== null && id === flow?.id;
}

function enter(call: CallOverlay, to: Standing, visit: number | undefined, drawn: DrawnFlow): CallOverlay {
  // A path beside the call carries the visit at which the call waits meanwhile.
  if (visit !== undefined && visit === call.visit) return visitBeside(call, to, drawn);
  return standAt({ ...call, visit: visit ?? null }, [...outside(call.stack, to.flow), to], drawn);
}

function visitBeside(call: CallOverlay, { node, flow }: Standing, drawn: DrawnFlow): CallOverlay {
  return isOf(drawn, flow) && call.standing !== node ? withNode(call, node, visited) : call;
}

/** The flows that wait for this one: whatever was entered from it is left together with it. */
function outside(stack: readonly Standing[], flow: string | undefined): readonly Standing[] {
  const depth = stack.findIndex((standing) => standing.flow === flow);
  return depth < 0 ? stack : stack.slice(0, depth);
}

/** In the drawn flow, the call stays at the step that has entered another one for as long as that lasts. */
function standAt(call: CallOverlay, stack: readonly Standing[], drawn: DrawnFlow): CallOverlay {
  const standing = stack.findLast(({ flow }) => isOf(drawn, flow))?.node ?? null;
  const left = call.standing === null ? call : withNode(call, call.standing, visited);
  const stands = standing === null ? left : withNode(left, standing, here);
  return { ...stands, stack, standing };
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

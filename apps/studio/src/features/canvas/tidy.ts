import { type Flow, toGrid } from '@gatherline/flow';
import { cardGeometry, type Editor, nodeView, positionsOf } from '../../store/index.ts';
import type { TidyPositions, TidyRequest } from './tidy-layout.ts';

/** Sets out what is selected, or else the whole flow: one undo step. Changes nothing when the flow changed meanwhile. */
export async function tidy(editor: Editor): Promise<void> {
  const { flow, readOnly, selection, announce } = editor.getState();
  const request = flow === null || readOnly ? null : requestFor(flow, selection);
  if (flow === null || request === null) return;
  const positions = await setOut(request).then(onGrid, () => null);
  if (positions === null) return announce('The steps could not be tidied; nothing was moved. Try again.');
  if (editor.getState().flow?.nodes !== flow.nodes)
    return announce('Not tidied: the flow changed meanwhile.');
  editor.getState().moveNodes(positions);
  announce(`${request.cards.length} steps tidied`);
}

/** What to set out, or `null` when there is nothing to line up. */
export function requestFor(flow: Flow, selection: readonly string[]): TidyRequest | null {
  const ids = selection.length > 1 ? selection : Object.keys(flow.nodes);
  const chosen = new Set(ids.filter((id) => flow.nodes[id] !== undefined));
  const current = positionsOf(flow);
  const [first] = [...chosen].toSorted((one, other) => order(one) - order(other));
  if (first === undefined || chosen.size < 2) return null;
  return {
    cards: [...chosen].map((id) => ({ id, ...sizeOf(flow, id) })),
    wires: [...chosen].flatMap((from) =>
      Object.values(flow.nodes[from]?.exits ?? {}).flatMap((to) => (chosen.has(to) ? [{ from, to }] : [])),
    ),
    anchor: { id: first, at: current.get(first) ?? [0, 0] },
  };

  /** The start leads, then what stands furthest to the left. */
  function order(id: string): number {
    const node = flow.nodes[id];
    const isStart = node !== undefined && nodeView(node).role === 'entry';
    return isStart ? Number.NEGATIVE_INFINITY : (current.get(id)?.[0] ?? 0);
  }
}

export function onGrid(positions: TidyPositions): TidyPositions {
  const current = Object.entries(positions).map(([id, [x, y]]) => [id, [toGrid(x), toGrid(y)]] as const);
  return Object.fromEntries(current);
}

function sizeOf(flow: Flow, id: string): { width: number; height: number } {
  const node = flow.nodes[id];
  if (node === undefined) return { width: 0, height: 0 };
  const { width, height } = cardGeometry(nodeView(node));
  return { width, height };
}

/** Asks a worker that lives for this one layout. */
function setOut(request: TidyRequest): Promise<TidyPositions> {
  const worker = new Worker(new URL('./tidy-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TidyPositions>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TidyPositions>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

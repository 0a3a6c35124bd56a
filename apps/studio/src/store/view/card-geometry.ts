import type { Position } from '@gatherline/flow';
import type { ViewExit, NodeView } from './node-view.ts';

/** Pixels at 100 %. The style sheet of the card repeats them; a card is as large as this file says, never measured. */
export const CARD = {
  width: 260,
  header: 52,
  line: 18,
  lines: 3,
  summaryPadding: 10,
  mainRow: 32,
  outcomeRow: 24,
  rowsPadding: 6,
  footer: 8,
  /** The hit area of a port; the dot in its middle is half as wide. */
  port: 24,
} as const;

export interface CardHandle {
  readonly id: string;
  readonly type: 'source' | 'target';
  readonly position: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CardGeometry {
  readonly width: number;
  readonly height: number;
  /** Lines of the node's own words that are shown. */
  readonly lines: number;
  readonly handles: readonly CardHandle[];
}

/** The id of the port that wires arrive at. */
export const ENTRY = 'entry';

const geometries = new WeakMap<NodeView, CardGeometry>();

/** Size and ports of a card, worked out from the document alone. */
export function cardGeometry(view: NodeView): CardGeometry {
  const known = geometries.get(view);
  if (known !== undefined) return known;
  const lines = linesOf(view.summary, CARD.width - 32);
  const summary = lines === 0 ? 0 : lines * CARD.line + CARD.summaryPadding;
  const top = CARD.header + summary;
  const exits = inOrder(view.exits);
  const rows = exits.reduce((sum, exit) => sum + rowHeight(exit), 0);
  const height = exits.length === 0 ? top + CARD.footer : top + CARD.rowsPadding * 2 + rows;
  const entry: CardHandle[] = view.hasEntry ? [port(ENTRY, 'target', CARD.header / 2)] : [];
  let y = top + CARD.rowsPadding;
  const sources = exits.map((exit) => {
    const middle = y + rowHeight(exit) / 2;
    y += rowHeight(exit);
    return port(exit.id, 'source', middle);
  });
  const geometry = { width: CARD.width, height, lines, handles: [...entry, ...sources] };
  geometries.set(view, geometry);
  return geometry;
}

/** Main exits first, outcomes after them, each in the definition's order. */
export function inOrder(exits: readonly ViewExit[]): readonly ViewExit[] {
  return [
    ...exits.filter((exit) => exit.kind === 'main'),
    ...exits.filter((exit) => exit.kind === 'outcome'),
  ];
}

function rowHeight(exit: ViewExit): number {
  return exit.kind === 'main' ? CARD.mainRow : CARD.outcomeRow;
}

function port(id: string, type: CardHandle['type'], middle: number): CardHandle {
  const half = CARD.port / 2;
  const isSource = type === 'source';
  return {
    id,
    type,
    position: isSource ? 'right' : 'left',
    x: isSource ? CARD.width - half : -half,
    y: middle - half,
    width: CARD.port,
    height: CARD.port,
  };
}

const narrow = new Set(" iljtfrI.,:;'|!()[]");
const wide = new Set('mwMW@%&');

/** Pixels of a text at 13 px, by a table: no font is asked, so every machine agrees. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x2e80) width += 13;
    else if (narrow.has(character)) width += 4;
    else if (wide.has(character)) width += 11;
    else width += character >= 'A' && character <= 'Z' ? 8.6 : 7.2;
  }
  return width;
}

/** How many lines a text takes at a width, clamped to three. */
export function linesOf(text: string, width: number): number {
  if (text.trim() === '') return 0;
  let lines = 0;
  for (const paragraph of text.trim().split('\n')) {
    let filled = 0;
    lines += 1;
    for (const word of paragraph.split(/\s+/)) {
      const needed = widthOf(word);
      const space = filled === 0 ? 0 : 4;
      if (filled + space + needed <= width) filled += space + needed;
      else {
        const full = filled === 0 ? 0 : 1;
        lines += full + Math.max(0, Math.ceil(needed / width) - 1);
        filled = needed % width;
      }
    }
    if (lines >= CARD.lines) return CARD.lines;
  }
  return lines;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxAt([x, y]: Position, view: NodeView): Box {
  const { width, height } = cardGeometry(view);
  return { x, y, width, height };
}

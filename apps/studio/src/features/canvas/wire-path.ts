/** A wire on the canvas: its drawing, and where its middle is. */
export interface WirePath {
  readonly path: string;
  readonly middle: readonly [x: number, y: number];
}

export interface WireEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
  readonly sourceClearance: number;
  readonly targetClearance: number;
  readonly lane: number;
}

const TURN = 14;
const REACH = 28;
const LANE = 8;

/**
 * From a port on the right of a card to the entry on the left of another. Forward wires are one curve; a wire that
 * leads back passes below both cards, in a lane of its own, so that it crosses as little as may be.
 */
export function wirePath(ends: WireEnds): WirePath {
  return ends.targetX >= ends.sourceX ? forward(ends) : backward(ends);
}

function forward({ sourceX, sourceY, targetX, targetY }: WireEnds): WirePath {
  const bend = Math.min(Math.max((targetX - sourceX) / 2, LANE), 140);
  return {
    path: `M${sourceX},${sourceY} C${sourceX + bend},${sourceY} ${targetX - bend},${targetY} ${targetX},${targetY}`,
    middle: [(sourceX + targetX) / 2, (sourceY + targetY) / 2],
  };
}

function backward(ends: WireEnds): WirePath {
  const { sourceX, sourceY, targetX, targetY, sourceClearance, targetClearance, lane } = ends;
  const shift = lane * LANE;
  const right = sourceX + REACH + shift;
  const left = targetX - REACH - shift;
  const below = Math.max(sourceY + sourceClearance, targetY + targetClearance) + REACH + shift;
  const between = laneBetween(ends);
  const level = between ?? below;
  return {
    path: rounded([
      [sourceX, sourceY],
      [right, sourceY],
      [right, level],
      [left, level],
      [left, targetY],
      [targetX, targetY],
    ]),
    middle: [(left + right) / 2, level],
  };
}

/** Cards far above or below each other leave room for the wire between them. */
function laneBetween({ sourceY, targetY, sourceClearance, targetClearance, lane }: WireEnds): number | null {
  const bottomOfSource = sourceY + sourceClearance;
  const bottomOfTarget = targetY + targetClearance;
  const topOfTarget = targetY - 26;
  if (topOfTarget - bottomOfSource > REACH * 2) return bottomOfSource + REACH + (lane % 3) * LANE;
  const topOfSource = sourceY - 200;
  if (topOfSource - bottomOfTarget > REACH * 2) return bottomOfTarget + REACH + (lane % 3) * LANE;
  return null;
}

type Point = readonly [x: number, y: number];

/** A line through the points, with its corners rounded. */
function rounded(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  const parts = [`M${start[0]},${start[1]}`];
  let before = start;
  rest.forEach((corner, index) => {
    const after = rest[index + 1];
    if (after === undefined) parts.push(`L${corner[0]},${corner[1]}`);
    else {
      const turn = Math.min(TURN, distance(before, corner) / 2, distance(corner, after) / 2);
      const [ax, ay] = towards(corner, before, turn);
      const [bx, by] = towards(corner, after, turn);
      parts.push(`L${ax},${ay} Q${corner[0]},${corner[1]} ${bx},${by}`);
    }
    before = corner;
  });
  return parts.join(' ');
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * length) / whole, from[1] + ((to[1] - from[1]) * length) / whole];
}

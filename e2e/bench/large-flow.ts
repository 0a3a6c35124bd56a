import { type Flow, parseFlow } from '@gatherline/flow';

const COLUMNS = 25;

/** A flow of `size` nodes: menus and announcements in turn, wired to the next ones, on a wide grid. */
export function largeFlow(size: number): Flow {
  const ids = Array.from({ length: size - 1 }, (_, index) => `step_${index}`);
  const nodes = Object.fromEntries(ids.map((id, index) => [id, nodeAt(index, ids)]));
  const layout = Object.fromEntries(
    ids.map((id, index) => [id, [300 + (index % COLUMNS) * 320, Math.floor(index / COLUMNS) * 340]]),
  );
  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: `line_${size}`,
    name: `Line of ${size}`,
    nodes: { incoming: { type: 'start', exits: { incoming: 'step_0' } }, ...nodes },
    layout: { incoming: [0, 0], ...layout },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

function nodeAt(index: number, ids: readonly string[]) {
  const next = ids[index + 1] ?? 'step_0';
  if (index % 3 !== 0)
    return {
      type: 'speak',
      label: `Say ${index}`,
      params: { payload: `This is step ${index}.` },
      exits: { done: next },
    };
  return {
    type: 'gather_using_speak',
    label: `Menu ${index}`,
    params: {
      payload: `Press 1 to go on from ${index}, or 2 to go further.`,
      choices: [{ digits: '1' }, { digits: '2' }],
    },
    exits: { 1: next, 2: ids[index + 7] ?? 'step_0', no_input: next },
  };
}

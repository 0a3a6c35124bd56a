import { parseFlow } from '../reading.ts';
import { FORMAT, type Flow } from '../schema.ts';

/** A draft from the parts that a test is about. Throws when they are no draft. */
export function flowFrom(parts: Readonly<Record<string, unknown>>): Flow {
  const reading = parseFlow({ format: FORMAT, id: 'line', name: 'Line', nodes: {}, ...parts });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join(' '));
  return reading.flow;
}

import { definitionOf, type Flow } from '@gatherline/flow';

/** Ids of a flow's listeners to events of this type, in the order of the file. */
export function listenersTo(flow: Flow, type: string): readonly string[] {
  const known = indexes.get(flow) ?? indexed(flow);
  return known.get(type) ?? [];
}

type Index = ReadonlyMap<string, readonly string[]>;

/** A flow is the same object for all the calls that follow it, and it is asked at every event. */
const indexes = new WeakMap<Flow, Index>();

function indexed(flow: Flow): Index {
  const index = new Map<string, string[]>();
  for (const [id, { type }] of Object.entries(flow.nodes)) {
    for (const heard of definitionOf(type)?.listensFor ?? []) {
      index.set(heard, [...(index.get(heard) ?? []), id]);
    }
  }
  indexes.set(flow, index);
  return index;
}

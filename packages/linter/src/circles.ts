type Graph = ReadonlyMap<string, readonly string[]>;

/** The circles of a graph: its strongly connected parts of two nodes or more, and nodes that lead to themselves. */
export function circlesIn(graph: Graph): readonly ReadonlySet<string>[] {
  const backwards = reverse(graph);
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const id of graph.keys()) finished.push(...finishOrder(graph, id, seen));
  const taken = new Set<string>();
  return finished
    .toReversed()
    .map((id) => new Set(finishOrder(backwards, id, taken)))
    .filter((part) => part.size > 1 || [...part].some((id) => graph.get(id)?.includes(id) === true));
}

/** Nodes reached from `start` and not seen before, each after everything it leads to. Iterative: flows can be long chains. */
function finishOrder(graph: Graph, start: string, seen: Set<string>): readonly string[] {
  if (seen.has(start)) return [];
  seen.add(start);
  const finished: string[] = [];
  const path = [{ id: start, followers: (graph.get(start) ?? []).values() }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.followers.next();
    if (next.done === true) {
      finished.push(top.id);
      path.pop();
    } else if (graph.has(next.value) && !seen.has(next.value)) {
      seen.add(next.value);
      path.push({ id: next.value, followers: (graph.get(next.value) ?? []).values() });
    }
  }
  return finished;
}

function reverse(graph: Graph): Graph {
  const reversed = new Map<string, string[]>([...graph.keys()].map((id) => [id, []]));
  for (const [id, followers] of graph) for (const follower of followers) reversed.get(follower)?.push(id);
  return reversed;
}

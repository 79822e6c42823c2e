/** Cycles of a graph, each as the nodes on the way round; none exactly when the graph has no cycle. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const cycles: string[][] = [];

  function visit(node: string): void {
    state.set(node, 'open');
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      if (state.get(next) === 'open') cycles.push(path.slice(path.indexOf(next)));
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(node, 'done');
  }

  for (const node of graph.keys()) if (!state.has(node)) visit(node);
  return cycles;
}

/** What templates and conditions may read, by the name with which it begins. */
export const roots = ['call', 'vars', 'nodes', 'resources', 'event'] as const;

export const rootsInWords = 'call.…, vars.…, nodes.…, resources.… or event.…';

/** Whether values that templates read begin with this name. */
export function isRoot(name: string): boolean {
  return roots.some((root) => root === name);
}

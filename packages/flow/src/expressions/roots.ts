/** What templates and conditions may read, by the name with which it begins. */
const roots = ['call', 'vars', 'nodes', 'resources', 'event'] as const;

/** What is known of a call, as `{{ call.<name> }}`. */
export const callFields = [
  'id',
  'from',
  'to',
  'is_anonymous',
  'direction',
  'answered',
  'started_at',
  'connection_id',
  'language',
  'time_zone',
  'now',
] as const;

export const rootsInWords = 'call.…, vars.…, nodes.…, resources.… or event.…';

/** Whether values that templates read begin with this name. */
export function isRoot(name: string): boolean {
  return roots.some((root) => root === name);
}

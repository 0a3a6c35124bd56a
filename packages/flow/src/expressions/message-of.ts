/** LiquidJS's own word for a count that is spent. */
const SPENT = 'memory alloc limit exceeded';

/** The first line of an error's message, without liquidjs's position suffix. */
export function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = (message.split('\n')[0] ?? message).replace(/, line:\d+, col:\d+$/, '');
  return line === SPENT ? 'it asks for more work than one text may make.' : line;
}

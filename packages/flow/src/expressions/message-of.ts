/** The first line of an error's message, without liquidjs's position suffix. */
export function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (message.split('\n')[0] ?? message).replace(/, line:\d+, col:\d+$/, '');
}

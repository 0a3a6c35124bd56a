/** Rejects as soon as the signal aborts: a look-up and a connection that is being made do not listen to it. */
export async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const leaving = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true, signal: leaving.signal });
  });
  return Promise.race([work, aborted]).finally(() => leaving.abort());
}

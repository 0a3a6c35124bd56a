import { onTestFinished } from 'vitest';

export interface Heard {
  readonly event: string;
  readonly id: string | null;
  readonly data: unknown;
}

export interface StreamReader {
  readonly status: number;
  /** Reads on until an event matches, and gives all read so far; rejects when the stream ends before. */
  until(matches: (heard: Heard) => boolean): Promise<readonly Heard[]>;
  /** Reads to the end. */
  toEnd(): Promise<readonly Heard[]>;
  leave(): void;
}

/** Reads server-sent events as a browser does. */
export async function readStream(url: string, lastEventId?: string): Promise<StreamReader> {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(url, { headers, signal: leaving.signal });
  const chunks = response.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  const read: Heard[] = [];
  let rest = '';

  async function readMore(): Promise<boolean> {
    const next = await chunks?.next();
    if (next === undefined || next.done === true) return false;
    const blocks = (rest + next.value).split('\n\n');
    rest = blocks.pop() ?? '';
    read.push(...blocks.filter((block) => !block.startsWith(':')).map(toHeard));
    return true;
  }

  return {
    status: response.status,
    async until(matches) {
      while (!read.some(matches)) {
        if (!(await readMore())) throw new Error(`The stream ended after ${JSON.stringify(read)}`);
      }
      return read;
    },
    async toEnd() {
      while (await readMore());
      return read;
    },
    leave: () => leaving.abort(),
  };
}

function toHeard(block: string): Heard {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return { event: field('event') ?? '', id: field('id') ?? null, data: JSON.parse(field('data') ?? 'null') };
}

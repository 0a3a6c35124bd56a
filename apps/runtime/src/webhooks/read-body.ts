import type { IncomingMessage } from 'node:http';
import type { BodyBudget } from '../body-budget.ts';

export interface BodyLimits {
  readonly limitBytes: number;
  /** How long the whole body may take, in milliseconds. */
  readonly withinMs: number;
  readonly budget: BodyBudget;
}

export type NoBody = 'too_large' | 'too_slow' | 'no_room' | 'aborted';

/**
 * The whole body, or why there is none: it is longer than a body may be, comes too slowly, finds no room beside the others,
 * or the sender went away. One that says it is too long is not read at all.
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer | NoBody> {
  const { limitBytes, withinMs, budget } = limits;
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve('too_large');
  const share = budget.share();

  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooSlow = setTimeout(() => finish('too_slow'), withinMs);

    function finish(outcome: Buffer | NoBody): void {
      clearTimeout(tooSlow);
      share.release();
      request.removeAllListeners('data');
      chunks.length = 0;
      // The rest is not kept; reading on lets the sender see the answer.
      request.resume();
      resolve(outcome);
    }

    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limitBytes) return finish('too_large');
      if (!share.growTo(size)) return finish('no_room');
      chunks.push(chunk);
    });
    request.on('end', () => finish(Buffer.concat(chunks)));
    request.on('error', () => finish('aborted'));
    request.on('close', () => finish('aborted'));
  });
}

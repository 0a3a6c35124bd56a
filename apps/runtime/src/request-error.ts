import type { Json, Problem } from '@gatherline/flow';

/** A request that can't be done as asked. `code` is stable snake_case; `message` is a plain sentence with the cure. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly Problem[] | undefined;
  /** What stands there now, beside `error` in the answer. */
  readonly current: Json | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { problems?: readonly Problem[]; current?: Json; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'RequestError';
    this.status = status;
    this.code = code;
    this.problems = more.problems;
    this.current = more.current;
  }
}

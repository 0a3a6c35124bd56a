import { z } from 'zod';
import { problemSchema } from './shapes.ts';

/**
 * The service refused, or could not be reached. `status` is the HTTP status, 0 when there was no answer; `code` is the
 * service's own, or one of `unreachable`, `unreadable`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;
  readonly problems: readonly z.infer<typeof problemSchema>[];
  /** The whole body of the refusal, for the few that carry more. */
  readonly body: unknown;

  constructor(refusal: {
    message: string;
    code: string;
    status: number;
    problems?: readonly z.infer<typeof problemSchema>[];
    body?: unknown;
    cause?: unknown;
  }) {
    super(refusal.message, { cause: refusal.cause });
    this.code = refusal.code;
    this.status = refusal.status;
    this.problems = refusal.problems ?? [];
    this.body = refusal.body;
  }
}

const refusalSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    problems: z.array(problemSchema).optional().catch(undefined),
  }),
});

/** Reads a refusal of the service, whatever stands in front of it may have made of it. */
export function toApiError(status: number, body: unknown): ApiError {
  const parsed = refusalSchema.safeParse(body);
  if (!parsed.success) {
    return new ApiError({ status, code: `http_${status}`, message: `The service answered ${status}.`, body });
  }
  const { code, message, problems } = parsed.data.error;
  return new ApiError({ status, code, message, ...(problems === undefined ? {} : { problems }), body });
}

/** One sentence about anything that was thrown. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

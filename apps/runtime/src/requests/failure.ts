/** Why there is no answer: stable words that a flow can branch on. */
export type FailureReason =
  | 'timeout'
  | 'refused'
  | 'dns'
  | 'too_large'
  | 'blocked'
  | 'bad_url'
  | 'bad_request'
  | 'redirects'
  | 'secret_missing'
  | 'aborted'
  | 'transport';

/**
 * No answer. `detail` is a sentence without any part of the request, so that no secret can stand in it. `isNeverSent`: the
 * server can't have seen the request.
 */
export class RequestFailure extends Error {
  readonly reason: FailureReason;
  readonly isNeverSent: boolean;

  constructor(reason: FailureReason, detail: string, more: { isNeverSent?: boolean; cause?: unknown } = {}) {
    super(detail, { cause: more.cause });
    this.name = 'RequestFailure';
    this.reason = reason;
    this.isNeverSent = more.isNeverSent ?? false;
  }

  /** The same, of a request that followed one the server has seen. */
  afterSending(): RequestFailure {
    return new RequestFailure(this.reason, this.message, { cause: this.cause });
  }
}

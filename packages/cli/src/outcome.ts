/** What a command found: `ok` decides between exit 0 and 1, `lines` is for people, `json` for programs. */
export interface Outcome {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** The command line was used wrongly: exit 2. The message says what to change. */
export class UsageError extends Error {
  readonly code = 'used_wrongly';
  override readonly name = 'UsageError';
}

import type { Kysely } from 'kysely';
import type { Commit } from './group-commit.ts';
import type { Prepare } from './node-sqlite.ts';
import type { Tables } from '../sql/schema.ts';

/** What the stores in this folder are made of: `db` builds the statements, `prepare` compiles them, `commit` runs them durably. */
export interface Parts {
  readonly db: Kysely<Tables>;
  readonly prepare: Prepare;
  readonly commit: Commit;
}

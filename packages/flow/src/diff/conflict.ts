import type { Json } from '../json.ts';
import type { Path } from './changes.ts';

/** What both sides changed, each in a way of its own; a side that has nothing there took it away. */
export interface Conflict {
  readonly path: Path;
  readonly base?: Json;
  readonly mine?: Json;
  readonly theirs?: Json;
  /** Only the order of the entries at `path` is in question; the values are what the entries are known by. */
  readonly isOrder?: true;
}

export type Side = 'mine' | 'theirs';

/** Notes a conflict and answers whose value is taken. */
export type Settle = (conflict: Conflict) => Side;

export interface Versions<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** The conflict of three versions of one value. */
export function conflictAt(path: Path, { base, mine, theirs }: Versions<Json | undefined>): Conflict {
  return {
    path,
    ...(base === undefined ? {} : { base }),
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}

import type { HoursDraft } from './hours-draft.ts';
import type { Issues } from './hours-issues.ts';

/** What each part of the hours' form is given. */
export interface PartProps {
  readonly draft: HoursDraft;
  readonly issues: Issues;
  /** Where the hours live, such as `params.hours`. */
  readonly at: string;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<HoursDraft>) => void;
  readonly onCommit: () => void;
}

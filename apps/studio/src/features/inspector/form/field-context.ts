import type { Problem } from '@gatherline/flow';
import { type ComponentType, createContext, useContext } from 'react';
import type { MemberProps } from './drawing.ts';

/** What all fields of one form share, however deep they stand. */
export interface FieldSurroundings {
  readonly problems: readonly Problem[];
  readonly disabled: boolean;
  /** Telnyx's name of the action behind the node, for the help. */
  readonly action: string | undefined;
  readonly onCommit: () => void;
  /** Draws a field inside another one. */
  readonly Member: ComponentType<MemberProps>;
}

export const FieldContext = createContext<FieldSurroundings | null>(null);

export function useFieldContext(): FieldSurroundings {
  const surroundings = useContext(FieldContext);
  if (surroundings === null) throw new Error('There is no FieldContext around this field.');
  return surroundings;
}

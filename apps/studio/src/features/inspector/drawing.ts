import type { Control, Field, Json, Problem } from '@gatherline/flow';
import type { ComponentType } from 'react';
import type { FieldWords } from '../../ui/index.ts';

/** What drawing a field needs besides the field: where it lives, what it holds, and what is wrong. */
export interface Drawing {
  readonly path: readonly (string | number)[];
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
  readonly disabled: boolean;
  /** Telnyx's name of the action behind the node, for the help. */
  readonly action: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly onCommit: () => void;
}

export interface MemberProps extends Drawing {
  readonly field: Field;
  readonly labelHidden?: boolean;
}

/** One control of a field; `Member` draws the fields inside it. */
export interface Drawn<Of extends Control = Control> extends Drawing {
  readonly field: Field & { readonly control: Of };
  readonly words: FieldWords;
  readonly Member: ComponentType<MemberProps>;
}

export interface DrawnFieldProps extends MemberProps {
  readonly Member: ComponentType<MemberProps>;
}

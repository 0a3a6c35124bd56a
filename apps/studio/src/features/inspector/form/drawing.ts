import type { Control, Field, Json } from '@gatherline/flow';
import type { FieldWords } from '../../../ui/index.ts';

/** What drawing a field needs besides the field: where it lives, and what it holds. */
export interface Drawing {
  readonly path: readonly (string | number)[];
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

export interface MemberProps extends Drawing {
  readonly field: Field;
  readonly labelHidden?: boolean;
}

/** One control of a field. */
export interface Drawn<Of extends Control = Control> extends Drawing {
  readonly field: Field & { readonly control: Of };
  readonly words: FieldWords;
}

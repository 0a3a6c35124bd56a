import type {
  FieldControl,
  FieldGroup,
  FieldUnit,
  HandMadeControl,
} from '../carrier-parameters/parts/meta.ts';
import type { Json } from '../json.ts';

/** How a text is written: on one line, on several, hidden, or with a keyboard and checks of its own. */
export type TextKind =
  | 'line'
  | Exclude<FieldControl, 'json' | 'hours' | FlowControl['kind'] | HandMadeControl>;

/** A text. `template`: it may hold Liquid; `byLanguage`: it may be one text for each language tag. */
export interface TextControl {
  readonly kind: 'text';
  readonly as: TextKind;
  readonly maxCharacters?: number;
  readonly template: boolean;
  readonly byLanguage: boolean;
  /** An empty text means something other than no text. */
  readonly mayBeEmpty: boolean;
}

export interface NumberControl {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: FieldUnit;
}

export interface SwitchControl {
  readonly kind: 'switch';
}

/** One of the values that a choice offers. */
export interface Option {
  readonly value: string | number | boolean | null;
  readonly label: string;
}

/** `as` is `language` where the values are language tags. */
export interface ChoiceControl {
  readonly kind: 'choice';
  readonly as?: FieldControl;
  readonly options: readonly Option[];
}

/** Several of one kind of thing, in order. */
export interface ListControl {
  readonly kind: 'list';
  readonly item: Control;
  readonly min?: number;
  readonly max?: number;
}

/** Named fields inside a field. */
export interface ObjectControl {
  readonly kind: 'object';
  readonly fields: readonly Field[];
}

/** One of several objects, told apart by the value under `key`; the fields do not repeat that key. */
export interface VariantControl {
  readonly kind: 'variant';
  readonly key: string;
  readonly variants: readonly Variant[];
}

/** `inner`: the kind has kinds of its own, told apart by another key of the same object. */
export interface Variant {
  readonly value: string | number | boolean | null;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly inner?: VariantControl;
  /** Another spelling of the variant before it, understood but not offered. */
  readonly isAlias?: boolean;
}

/** Name → value, the names being free. */
export interface RecordControl {
  readonly kind: 'record';
  readonly value: Control;
}

/** One of several kinds of value, such as a number or `infinity`. */
export interface UnionControl {
  readonly kind: 'union';
  readonly options: readonly UnionOption[];
}

export interface UnionOption {
  readonly label: string;
  readonly control: Control;
  /** A value that shows this option is meant, for a value that is still empty. */
  readonly blank: Json;
}

/** Opening hours, the value that `hoursSchema` describes. */
export interface HoursControl {
  readonly kind: 'hours';
}

/**
 * What belongs to a flow that a node enters: its id, the number of a version, what it is given (`[{ name, value }]`, a
 * value being a template) and the names of what it gives back.
 */
export interface FlowControl {
  readonly kind: 'flow' | 'flow_version' | 'flow_inputs' | 'flow_outputs';
}

/** Any JSON of the given shape: the last resort, where the schema itself is free. */
export interface JsonControl {
  readonly kind: 'json';
  readonly shape: 'object' | 'list' | 'any';
}

export type Control =
  | TextControl
  | NumberControl
  | SwitchControl
  | ChoiceControl
  | ListControl
  | ObjectControl
  | VariantControl
  | RecordControl
  | UnionControl
  | HoursControl
  | FlowControl
  | JsonControl;

/** One parameter as a form shows it. `name` is its key; everything is drawn from the zod schema and its metadata. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly help?: string;
  readonly example?: Json;
  readonly required: boolean;
  readonly group: FieldGroup;
  /** What the carrier takes when the field is left out. */
  readonly carrierDefault?: Json;
  /** What Gatherline takes when the field is left out. */
  readonly default?: Json;
  readonly control: Control;
  /** A control made by hand that suits the field better than the drawn one. */
  readonly handMade?: HandMadeControl;
}

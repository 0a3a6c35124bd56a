/** Part of the panel a field is shown in; `main` is what most people set. */
export type FieldGroup =
  | 'main'
  | 'voice'
  | 'listening'
  | 'assistant'
  | 'recording'
  | 'streaming'
  | 'sip'
  | 'webhooks'
  | 'outgoing'
  | 'advanced';

/** Control to draw where the type alone does not say it. */
export type FieldControl =
  | 'multiline'
  | 'secret'
  | 'code'
  | 'condition'
  | 'keys'
  | 'voice'
  | 'language'
  | 'phone'
  | 'url'
  | 'json'
  | 'hours'
  | 'hours_name'
  | 'flow'
  | 'flow_version'
  | 'flow_inputs'
  | 'flow_outputs'
  | HandMadeControl;

/**
 * Controls made by hand, for parameters for which the drawn one would do but not please: the keys of a menu
 * (`[{ digits, label }]`), branches (`[{ name, when }]`), and what an assistant finds out (a JSON Schema of an object).
 */
export type HandMadeControl = 'choices' | 'branches' | 'asked_fields';

/** What a number counts. */
export type FieldUnit =
  | 'ms'
  | 's'
  | 'Hz'
  | 'digits'
  | 'tries'
  | 'times'
  | 'words'
  | 'people'
  | 'results'
  | 'items';

declare module 'zod' {
  interface GlobalMeta {
    /** One or two sentences: the effect a caller would notice. */
    help?: string;
    example?: unknown;
    unit?: FieldUnit;
    /** What the carrier takes when the field is left out: shown as a placeholder, never written to the file. */
    carrierDefault?: unknown;
    group?: FieldGroup;
    control?: FieldControl;
    /** Plain words for the values of a choice that do not speak for themselves. */
    labels?: Readonly<Record<string, string>>;
    /** The longest text that is accepted as written; a text with a template is measured when it is sent. */
    maxCharacters?: number;
  }
}

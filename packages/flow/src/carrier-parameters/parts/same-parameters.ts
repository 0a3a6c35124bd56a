import type { CallerText } from '../../caller-text.ts';

/**
 * What sets our parameters (`Ours`: a zod output) apart from those of the carrier's SDK (`Sdk`), as three unions of
 * paths that are all `never` when nothing does: `missing` at ours (fields and values of choices, down to the last
 * nested one), `unknown` to the SDK, and `unfit`: of a type that the SDK does not take.
 *
 * `Own` names fields that are ours on purpose. Fields the engine owns (`client_state`, `command_id`) must be missing.
 */
export interface SameParameters<Ours, Sdk, Own extends string = never> {
  missing: Exclude<Places<Sdk>, Places<Sent<Ours>> | EngineOwned>;
  unknown: Exclude<Fields<Sent<Ours>>, Exclude<Fields<Sdk>, EngineOwned> | Own>;
  unfit: Unfit<Ours, Sdk>;
}

/** Fields that the carrier requires and ours leaves out (`loose`), or the other way round (`strict`). */
export interface SameDemands<Ours, Sdk> {
  loose: Exclude<RequiredKeys<Sdk>, RequiredKeys<Ours>>;
  strict: Exclude<RequiredKeys<Ours>, RequiredKeys<Sdk>>;
}

/** Compiles only when nothing is left in a comparison; the error names what is. */
export type Proven<Comparison extends Record<keyof Comparison, never>> = Comparison;

type EngineOwned =
  | 'client_state'
  | 'command_id'
  | 'target_leg_client_state'
  | 'transcription_config.client_state'
  | 'transcription_config.command_id';

/** Any JSON at all: the carrier leaves it open. */
type Open<Value> = [null | string | number | boolean] extends [Value] ? true : false;

/** A value as it goes out: without `undefined`, and with the words for the caller in one language. */
type Sent<Value> =
  Open<Value> extends true
    ? Value
    : [CallerText, Exclude<Value, undefined>] extends [Value, CallerText]
      ? string
      : SentParts<Value>;

// The published document names the engine "Deepgram" where the SDK repeats the model.
type SentParts<Value> = Value extends { transcription_model: infer Model extends `deepgram/${string}` }
  ? {
      [Key in keyof Value]: Key extends 'transcription_engine' ? Model : Sent<Exclude<Value[Key], undefined>>;
    }
  : Value extends object
    ? { [Key in keyof Value]: Sent<Exclude<Value[Key], undefined>> }
    : Exclude<Value, undefined>;

type Unfit<Ours, Sdk> = {
  [Key in keyof Ours & keyof Sdk]-?: [Sent<Exclude<Ours[Key], undefined>>] extends [
    Exclude<Sdk[Key], undefined>,
  ]
    ? never
    : Key;
}[keyof Ours & keyof Sdk];

/** A value that satisfies no demand at all: it fits exactly where nothing is required. */
type Nothing = { readonly [Key in never]: never };

type RequiredKeys<Value> = {
  [Key in keyof Value]-?: Nothing extends Pick<Value, Key> ? never : Key;
}[keyof Value];

/** Every field and every value of a choice, as `voice_settings.type=telnyx` or `messages[].role`. */
type Places<Value, Path extends string = ''> = Open<Value> extends true ? never : PlacesOfEach<Value, Path>;

type PlacesOfEach<Value, Path extends string> = Value extends readonly (infer Item)[]
  ? Places<Item, `${Path}[]`>
  : Value extends object
    ?
        | NamedPlaces<Value, Path>
        | (string extends keyof Value ? Places<Value[keyof Value], `${Path}{}`> : never)
    : Value extends string | number
      ? Literal<Value, Path>
      : never;

type NamedPlaces<Value, Path extends string> = {
  [Key in keyof Value as Named<Key>]-?: Step<Path, Named<Key>> | Places<Value[Key], Step<Path, Named<Key>>>;
} extends infer Found
  ? Found[keyof Found]
  : never;

type Named<Key> = string extends Key ? never : Key extends string ? Key : never;
type Step<Path extends string, Key extends string> = Path extends '' ? Key : `${Path}.${Key}`;
type Literal<Value extends string | number, Path extends string> = string extends Value
  ? never
  : number extends Value
    ? never
    : `${Path}=${Value}`;

type Fields<Value> = Exclude<Places<Value>, `${string}=${string}`>;

import { FORMAT } from '../schema.ts';
import type { JsonObject } from '../json.ts';

/** One step from an older format to the next; keeps every field it does not know. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  upgrade(document: JsonObject): JsonObject;
}

/** Every step, oldest first. A new one comes with `<from>.before.json` and `<from>.after.json` beside it. */
export const migrations: readonly Migration[] = [];

export type Migrated =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly message: string; readonly cure: string };

/** Brings a document to the present format. A newer or unknown format is refused, never guessed. */
export function migrate(document: JsonObject, steps: readonly Migration[] = migrations): Migrated {
  let current = document;
  for (const step of steps) {
    if (current.format === step.from) current = { ...step.upgrade(current), format: step.to };
  }
  if (current.format === FORMAT) return { ok: true, document: current };
  if (typeof document.format !== 'string') {
    return {
      ok: false,
      message: 'The field format is missing.',
      cure: `Add "format": "${FORMAT}" if this is a flow.`,
    };
  }
  return {
    ok: false,
    message: `The format "${document.format}" is not known here; this version reads ${FORMAT}.`,
    cure: 'Open the file with the version of Gatherline that wrote it, or update this one.',
  };
}

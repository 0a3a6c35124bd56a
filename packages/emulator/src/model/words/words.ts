import type { JsonObject } from '../json.ts';

/** What a person says, and (for an assistant) which fields that fills. */
export type Words = { text: string; fills: JsonObject | null };

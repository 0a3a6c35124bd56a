import type { JsonObject } from '../json.ts';

/** What a person says, and (for an assistant) which fields that fills. */
export type Words = { text: string; fills: JsonObject | null };

/** Words with the time that saying them takes, Unix ms. */
export type SpokenWords = Words & { fromMs: number; untilMs: number };

/** One turn of a conversation with an assistant. */
export type Message = { role: string; content: string };

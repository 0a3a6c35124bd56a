/** A text message that went out. Nobody can answer it here; it is kept for whoever wants to know that it was sent. */
export type TextMessage = { id: string; atMs: number; from: string; to: string; text: string };

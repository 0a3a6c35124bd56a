import type { Incoming, Processed, Step } from '../stores/call-store.ts';

/** Writes a fact through the store and follows up what it asks for. Rejects with StoreUnavailableError. */
export type Report = (incoming: Incoming, step: Step) => Promise<Processed>;

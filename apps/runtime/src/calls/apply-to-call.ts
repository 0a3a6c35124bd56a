import type { CallInput, ProcessResult, Reducer } from '../store/ports/call-store.ts';

/** Writes a fact through the store and follows up what it asks for. Rejects with StoreUnavailableError. */
export type ApplyToCall = (input: CallInput, reducer: Reducer) => Promise<ProcessResult>;

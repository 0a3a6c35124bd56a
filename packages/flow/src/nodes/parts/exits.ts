import type { Exit } from '../../definition.ts';

/** The way on of a node that has just one. */
export const done: Exit = { id: 'done', label: 'Done', kind: 'main' };

export const error: Exit = { id: 'error', label: 'Error', kind: 'outcome', fallsBackTo: 'error' };
export const cancelled: Exit = { id: 'cancelled', label: 'Cancelled', kind: 'outcome', fallsBackTo: 'error' };
export const noInput: Exit = { id: 'no_input', label: 'No input', kind: 'outcome', fallsBackTo: 'no_input' };
export const invalid: Exit = { id: 'invalid', label: 'Wrong key', kind: 'outcome', fallsBackTo: 'invalid' };

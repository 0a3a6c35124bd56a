import { matching, text } from './row.ts';

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A `client_state` as error 90017 wants it. */
export const clientState = matching(base64, { code: '90017', expects: 'a base64 string' });

/** What every command of a call may carry. */
export const everyCommand = { client_state: clientState, command_id: text() };

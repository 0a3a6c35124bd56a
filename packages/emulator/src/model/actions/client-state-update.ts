import { defineAction } from '../action.ts';
import { ok } from '../errors.ts';
import { clientState } from '../parameters/every-command.ts';
import { required } from '../parameters/row.ts';

export const clientStateUpdate = defineAction({
  name: 'client_state_update',
  method: 'PUT',
  parameters: { client_state: required(clientState) },
  needsAnswer: false,
  run: () => ok(),
});

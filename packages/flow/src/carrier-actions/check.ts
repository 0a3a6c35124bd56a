import type { ParameterComplaint } from '../definition.ts';
import type { JsonObject } from '../json.ts';
import { actionOf, carrierActions } from './catalogue.ts';
import { nearest } from './near.ts';
import type { Action } from './parameter.ts';
import { checkMembers, isLeftOut } from './members.ts';

/** Set by the engine on every command, so that its events find their way back to the step. */
const ENGINE_OWNED = ['client_state', 'command_id', 'target_leg_client_state'];

/**
 * What the carrier would refuse in a command, given its name and its body without what the engine adds. Paths are
 * inside the body; `[]` is the action itself. A text with a template passes: its value is known only in a call.
 */
export function checkCarrierAction(action: string, body: JsonObject): readonly ParameterComplaint[] {
  const known = actionOf(action);
  if (known === undefined) return [unknownAction(action)];
  const own = ENGINE_OWNED.filter((name) => name in body);
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !own.includes(name)));
  return [
    ...own.map((name) => engineOwned(name)),
    ...checkMembers(known.parameters, rest, { action, path: [] }),
    ...needs(known, body, action),
    ...exclusive(known, body),
  ];
}

function unknownAction(action: string): ParameterComplaint {
  const near = nearest(action, carrierActions);
  return {
    path: [],
    severity: 'error',
    message: action === '' ? 'No action is chosen.' : `The carrier has no action "${action}" for a flow.`,
    cure:
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : 'Choose an action from the list, like streaming_start.',
  };
}

function engineOwned(name: string): ParameterComplaint {
  return {
    path: [name],
    severity: 'warning',
    message: `Gatherline sets ${name} itself, so that the carrier's news finds this step.`,
    cure: 'Remove it.',
  };
}

function needs({ needs: sets = [] }: Action, body: JsonObject, action: string): ParameterComplaint[] {
  return sets
    .filter((names) => names.every((name) => isLeftOut(body[name])))
    .map((names) => ({
      path: [names[0] ?? ''],
      severity: 'error',
      message: `The carrier refuses ${action} without one of ${names.join(', ')}.`,
      cure: `Add one of them.`,
    }));
}

function exclusive({ exclusive: sets = [] }: Action, body: JsonObject): ParameterComplaint[] {
  return sets.flatMap((names) => {
    const given = names.filter((name) => !isLeftOut(body[name]));
    if (given.length < 2) return [];
    return [
      {
        path: [given[1] ?? ''],
        severity: 'error',
        message: `${given.join(' and ')} can't be used together.`,
        cure: 'Keep one and remove the other.',
      },
    ];
  });
}

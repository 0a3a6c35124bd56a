import { type Refusal, type Reply, refused, refusedWith } from './errors.ts';
import { isAccepted, type Rows, refusalsOf, type ValuesOf } from './parameters/check.ts';
import type { Leg } from './state.ts';
import type { Turn } from './turn.ts';

type LegDefinition<P extends Rows> = {
  /** The path's last segment, Telnyx's own word. */
  name: string;
  method?: 'POST' | 'PUT';
  parameters: P;
  /** Refusals that need more than one parameter. */
  alsoRefuses?(values: ValuesOf<P>): readonly Refusal[];
  /** Whether the leg must have been answered; true for nearly every action. */
  needsAnswer?: boolean;
  run(turn: Turn, leg: Leg, values: ValuesOf<P>): Reply;
};

/** An action on a leg: checks the body against its table and the leg's state, then does it or refuses. */
export type Action = {
  readonly name: string;
  readonly method: 'POST' | 'PUT';
  perform(turn: Turn, leg: Leg, body: Record<string, unknown>): Reply;
};

/** Defines one action: its table of parameters and what it does. */
export function defineAction<P extends Rows>(definition: LegDefinition<P>): Action {
  const { name, method = 'POST', parameters, needsAnswer = true } = definition;
  return {
    name,
    method,
    perform(turn, leg, body) {
      if (!isAccepted(parameters, body)) return refused(422, refusalsOf(parameters, body));
      const more = definition.alsoRefuses?.(body) ?? [];
      if (more.length > 0) return refused(422, more);
      if (needsAnswer && leg.answeredAtMs === null) {
        const detail = `This call can't receive ${name} command because it has not been answered yet.`;
        return refusedWith(422, '90034', detail);
      }
      const { client_state: clientState } = body;
      // Set before the effects: whatever is sent from here on carries the new state.
      if (typeof clientState === 'string') leg.clientState = clientState;
      return definition.run(turn, leg, body);
    },
  };
}

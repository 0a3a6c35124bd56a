import type { Exit } from '@gatherline/flow';
import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

interface Unhandled {
  readonly facts: NodeFacts;
  readonly exit: Exit;
}

export const unhandledOutcome: Rule = {
  name: 'unhandled-outcome',
  title: 'No step takes over',
  help: 'When a caller presses nothing or something fails, and no step is chosen for that, they hear an apology and the call ends.',
  check: (context) => {
    const unhandled = unhandledIn(context);
    const errors = unhandled.filter(({ exit }) => exit.fallsBackTo === 'error');
    const others = unhandled.filter(({ exit }) => exit.fallsBackTo !== 'error');
    return [...others.map(toFinding), ...toErrorFinding(errors)];
  },
};

/** Only outcomes that a handler could take, and does not, there or not; a handler itself may end in the apology. */
function unhandledIn({ handlers, nodes, fallbackOf }: LintContext): readonly Unhandled[] {
  const isHandled = (exit: Exit) => handlers.some(({ outcome }) => outcome === exit.fallsBackTo);
  return nodes
    .filter(({ id }) => handlers.every(({ target }) => target !== id))
    .flatMap((facts) =>
      facts.exits
        .filter((exit) => exit.fallsBackTo !== undefined && exit.kind === 'outcome' && !isHandled(exit))
        .filter((exit) => fallbackOf(facts, exit)?.kind === 'apology')
        .map((exit) => ({ facts, exit })),
    );
}

function toFinding({ facts, exit }: Unhandled): Finding {
  return {
    severity: 'info',
    node: facts.id,
    path: ['exits', exit.id],
    message: `No step takes over at “${exit.label}” of ${nameOf(facts)}: callers hear an apology and the call ends.`,
    cure: 'Draw a line from it, or choose a step for all such cases in the settings of the flow.',
  };
}

/** Nearly every step can fail, so failures are told once. */
function toErrorFinding(errors: readonly Unhandled[]): readonly Finding[] {
  const [first] = errors;
  if (first === undefined) return [];
  const steps = new Set(errors.map(({ facts }) => facts.id)).size;
  const where = steps === 1 ? nameOf(first.facts) : `${nameOf(first.facts)} or ${steps - 1} other steps`;
  return [
    {
      severity: 'info',
      node: first.facts.id,
      path: ['exits', first.exit.id],
      message: `No step takes over when ${where} can’t go on: callers hear an apology and the call ends.`,
      cure: 'Choose a step for errors in the settings of the flow.',
    },
  ];
}

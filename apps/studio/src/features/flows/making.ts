import type { Flow } from '@gatherline/flow';
import { ApiError, type Binding } from '../../api/index.ts';

/** Everything that is made when a template is chosen. */
export interface Wanted {
  readonly flow: Flow;
  readonly entered: readonly Flow[];
  readonly bindings: readonly Binding[];
}

/** One thing to make; `words` name it to a person. */
export type Step = { readonly key: string; readonly words: string } & (
  | { readonly kind: 'flow'; readonly flow: Flow; readonly isEntered: boolean }
  | { readonly kind: 'value'; readonly binding: Binding }
);

/** How the service is told; both reject when it refuses. */
export interface Maker {
  readonly createFlow: (flow: Flow) => Promise<unknown>;
  readonly bindResource: (binding: Binding) => Promise<unknown>;
}

export type Outcome =
  | { readonly kind: 'made' }
  /** `made` and `left` are in words; what is left can be tried again. */
  | {
      readonly kind: 'stopped';
      readonly made: readonly string[];
      readonly left: readonly string[];
      readonly cause: unknown;
    };

/** The flow comes first: if its id was taken meanwhile, nothing else has been made. */
function stepsOf({ flow, entered, bindings }: Wanted): readonly Step[] {
  const flows = [flow, ...entered].map(
    (each): Step => ({
      kind: 'flow',
      key: `flow ${each.id}`,
      words: `the flow “${each.name}”`,
      flow: each,
      isEntered: each !== flow,
    }),
  );
  const values = bindings.map(
    (binding): Step => ({
      kind: 'value',
      key: `value ${binding.name}`,
      words: `the value of ${binding.name}`,
      binding,
    }),
  );
  return [...flows, ...values];
}

/**
 * Makes one thing after the other and stops at the first refusal. `done` remembers what was made, so that the next
 * attempt goes on from there.
 */
export async function make(wanted: Wanted, done: Map<string, string>, maker: Maker): Promise<Outcome> {
  const steps = stepsOf(wanted);
  for (const step of steps) {
    if (step.kind === 'flow' && done.has(step.key)) continue;
    try {
      await makeOne(step, maker);
      done.set(step.key, step.words);
    } catch (cause) {
      const left = steps.filter(({ key }) => !done.has(key)).map(({ words }) => words);
      return { kind: 'stopped', made: [...done.values()], left, cause };
    }
  }
  return { kind: 'made' };
}

async function makeOne(step: Step, { createFlow, bindResource }: Maker): Promise<void> {
  if (step.kind === 'value') {
    await bindResource(step.binding);
    return;
  }
  try {
    await createFlow(step.flow);
  } catch (cause) {
    const isHere = cause instanceof ApiError && cause.code === 'id_taken';
    // Somebody else has made it meanwhile; the template enters it by this id.
    if (!(step.isEntered && isHere)) throw cause;
  }
}

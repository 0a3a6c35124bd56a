import { definitionOf, type Flow, parseFlowReference } from '@gatherline/flow';
import { type ViewExit, nodeView, type Node } from '../store/index.ts';

/** A step of a call. `flow`: what the flow was entered by, where it is not the one that answered. */
export interface StepPlace {
  readonly node: string;
  readonly flow?: string | undefined;
}

/** What people call the flows of a call, their steps, the ways out of those, and what they learn. */
export interface StepNames {
  readonly flow: (reference: string) => string;
  readonly step: (place: StepPlace) => string;
  readonly exit: (place: StepPlace, exit: string) => Pick<ViewExit, 'label' | 'kind'>;
  readonly output: (place: StepPlace, output: string) => string;
}

/** The flows of a call that are known: the one that answered, and others by what they were entered by. */
export interface CallFlows {
  readonly answering: Flow | null;
  readonly entered: ReadonlyMap<string, Flow>;
}

export function stepNames({ answering, entered }: CallFlows): StepNames {
  const flowAt = (reference: string | undefined) =>
    reference === undefined ? answering : (entered.get(reference) ?? null);
  const recordAt = ({ node, flow }: StepPlace): Node | undefined => flowAt(flow)?.nodes[node];
  return {
    flow: (reference) => flowAt(reference)?.name ?? readable(parseFlowReference(reference).flow),
    step(place) {
      const record = recordAt(place);
      return safetyNet[place.node] ?? (record === undefined ? readable(place.node) : nodeView(record).name);
    },
    exit(place, exit) {
      const record = recordAt(place);
      const known = record === undefined ? [] : nodeView(record).exits;
      return known.find(({ id }) => id === exit) ?? { label: readable(exit), kind: 'main' };
    },
    output(place, output) {
      const record = recordAt(place);
      const known = record === undefined ? [] : outputsOf(record);
      return known.find(({ name }) => name === output)?.title ?? readable(output);
    },
  };
}

/** Whether a step is one that is drawn: not the apology, nor the hanging up, that stand below every flow. */
export function isDrawn(node: string): boolean {
  return node !== '' && safetyNet[node] === undefined;
}

const safetyNet: Readonly<Record<string, string>> = { $apology: 'Apology', $hang_up: 'Hang up' };

function outputsOf({ type, params }: Node) {
  try {
    return definitionOf(type)?.outputs(params) ?? [];
  } catch {
    return [];
  }
}

/** A name that a program gave, as words: "main_menu" is "main menu". */
export function readable(name: string): string {
  return name.replaceAll(/[._]+/g, ' ').trim();
}

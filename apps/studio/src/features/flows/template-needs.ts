import { definitionOf, type Flow, type ResourceType } from '@gatherline/flow';
import { type BoundResource, canStandFor, type Template } from '../../api/index.ts';

/** A name that a template reads, and what it is bound to here. */
export interface NeededResource {
  readonly name: string;
  readonly type: ResourceType;
  readonly title: string;
  /** Id of the flow that reads it: the template, or one that it enters. */
  readonly flow: string;
  readonly bound: BoundResource | undefined;
  /** Whether what is bound can stand where the template reads it. */
  readonly fits: boolean;
}

/** What has to be here besides the flow itself. */
export interface TemplateNeeds {
  /** Flows that are entered and made along. */
  readonly entered: readonly Flow[];
  /** Ids of flows that are entered and are here already. */
  readonly here: readonly string[];
  /** Ids of flows that are entered, and neither here nor among the templates. */
  readonly unknown: readonly string[];
  readonly resources: readonly NeededResource[];
}

interface Surroundings {
  readonly templates: readonly Template[];
  /** Ids of the flows that are here. */
  readonly taken: readonly string[];
  readonly bound: readonly BoundResource[];
}

/** What a template needs in this service: the flows it enters, directly or through another one, and resources. */
export function needsOf(flow: Flow, { templates, taken, bound }: Surroundings): TemplateNeeds {
  const entered: Flow[] = [];
  const here: string[] = [];
  const unknown: string[] = [];
  const open = [...enteredBy(flow)];
  const seen = new Set(open).add(flow.id);
  for (const id of open) {
    const template = templates.find((each) => each.id === id);
    if (taken.includes(id)) here.push(id);
    else if (id === flow.id) continue;
    else if (template === undefined) unknown.push(id);
    else {
      entered.push(template.flow);
      for (const next of enteredBy(template.flow)) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  return { entered, here, unknown, resources: resourcesOf([flow, ...entered], bound) };
}

function enteredBy({ nodes }: Flow): readonly string[] {
  const references = Object.values(nodes).flatMap(
    ({ type, params }) => definitionOf(type)?.enters?.(params) ?? [],
  );
  return [...new Set(references.map((reference) => reference.split('@')[0] ?? reference))];
}

/** Each name once, with the flow that is named first. */
function resourcesOf(flows: readonly Flow[], bound: readonly BoundResource[]): readonly NeededResource[] {
  const seen = new Set<string>();
  return flows.flatMap((flow) =>
    Object.entries(flow.resources)
      .filter(([name]) => !seen.has(name) && seen.add(name))
      .toSorted(([, a], [, b]) => inOrder(a.type, b.type))
      .map(([name, { type, title = name }]) => {
        const held = bound.find((each) => each.name === name);
        const fits = held !== undefined && canStandFor(held, type);
        return { name, type, title, flow: flow.id, bound: held, fits };
      }),
  );
}

const order: readonly ResourceType[] = ['hours', 'number', 'text', 'url', 'secret'];

/** What everybody knows about their own place comes first, what an engineer has to look up last. */
export function inOrder(left: ResourceType, right: ResourceType): number {
  return order.indexOf(left) - order.indexOf(right);
}

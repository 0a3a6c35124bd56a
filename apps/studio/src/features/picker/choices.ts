import { categories, type Category, definitions, type Flow, type NodeDefinition } from '@gatherline/flow';
import {
  canLeadTo,
  categoryTitles,
  exitName,
  nodeView,
  findSteps,
  nameOf,
  type PickerRequest,
} from '../../store/index.ts';
import { recentTypes } from './recent.ts';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly icon: string;
  readonly category: Category;
}

export interface ChoiceGroup {
  readonly title: string | null;
  readonly choices: readonly Choice[];
}

/** A step that begins a call is seldom what one adds. */
const inUsualOrder = [...categories.filter((category) => category !== 'start'), 'start'] as const;

/** The id of the choice that takes a wire away. */
export const DISCONNECT = ':disconnect';

export function headingOf(flow: Flow, request: PickerRequest): string {
  if (request.kind === 'connect') return `Connect ${exitName(flow, request.from)} to…`;
  if (request.between !== undefined) return `Insert after ${exitName(flow, request.between)}`;
  if (request.from !== undefined) return `Add after ${exitName(flow, request.from)}`;
  return request.to === undefined ? 'Add a step' : `Add before ${nameOf(flow, request.to)}`;
}

export function choicesFor(flow: Flow, request: PickerRequest, query: string): readonly ChoiceGroup[] {
  return request.kind === 'connect' ? targetsFor(flow, request.from, query) : typesFor(flow, request, query);
}

function typesFor(
  flow: Flow,
  request: PickerRequest & { kind: 'add' },
  query: string,
): readonly ChoiceGroup[] {
  const offered = definitions.filter((definition) => isOffered(flow, request, definition));
  const found = findSteps(offered, query);
  if (query.trim() !== '') return [{ title: null, choices: found.map(toChoice) }];
  const recent = recentTypes().flatMap(
    (type) => offered.find((definition) => definition.type === type) ?? [],
  );
  const byCategory = inUsualOrder.map((category) => ({
    title: categoryTitles[category],
    choices: offered.filter((definition) => definition.category === category).map(toChoice),
  }));
  const groups = [{ title: 'Used lately', choices: recent.map(toChoice) }, ...byCategory];
  return groups.filter(({ choices }) => choices.length > 0);
}

/** Only what can take its place: a wire needs an entry at its end, and an exit at its beginning. */
function isOffered(
  flow: Flow,
  { from, to, between }: PickerRequest & { kind: 'add' },
  definition: NodeDefinition,
): boolean {
  const hasEntry = definition.role === 'step';
  const hasStart = Object.values(flow.nodes).some((node) => nodeView(node).role === 'entry');
  if (definition.role === 'entry' && hasStart) return false;
  if ((from !== undefined || between !== undefined) && !hasEntry) return false;
  return (to === undefined && between === undefined) || definition.exits(definition.defaults).length > 0;
}

function toChoice({ type, title, help, icon, category }: NodeDefinition): Choice {
  return { id: type, title, text: help, icon, category };
}

function targetsFor(flow: Flow, from: { node: string; exit: string }, query: string): readonly ChoiceGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const now = flow.nodes[from.node]?.exits[from.exit];
  const targets = Object.keys(flow.nodes).flatMap((id): Choice[] => {
    const node = flow.nodes[id];
    if (node === undefined || !canLeadTo(flow, id)) return [];
    const view = nodeView(node);
    const haystack = `${view.name} ${id} ${view.title} ${view.summary}`.toLowerCase();
    if (!words.every((word) => haystack.includes(word))) return [];
    const text = id === now ? 'Connected now' : view.summary || view.title;
    return [{ id, title: view.name, text, icon: view.icon, category: view.category }];
  });
  const away: Choice[] =
    now === undefined || words.length > 0
      ? []
      : [
          {
            id: DISCONNECT,
            title: 'Nothing',
            text: 'Take the wire away',
            icon: 'plug-connected',
            category: 'end',
          },
        ];
  return [{ title: null, choices: [...targets, ...away] }];
}

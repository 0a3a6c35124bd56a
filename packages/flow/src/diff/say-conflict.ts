import { isJsonObject, type Json } from '../json.ts';
import type { Flow, FlowNode } from '../schema.ts';
import { same } from './same.ts';
import type { Conflict } from './conflict.ts';
import { handlerTitle, isHandler, partTitle } from './say-flow-change.ts';
import {
  cutAlike,
  exitTitle,
  fieldMeta,
  fieldTitle,
  kindTitle,
  spokenAt,
  stepName,
  valueInWords,
} from './words.ts';

/** A conflict as a person reads it: what is in question, and what each side made of it. */
export interface ConflictWords {
  readonly what: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Says what both sides changed. `flows` tell how steps are called: the merged flow first, then the versions. */
export function sayConflict(conflict: Conflict, flows: readonly Flow[]): ConflictWords {
  const { what, inWords, before } = subjectOf(conflict, flows);
  const [mine, theirs] = [inWords(conflict.mine), inWords(conflict.theirs)];
  const base = before ?? inWords(conflict.base);
  const cut = cutAlike([base, mine, theirs], LONGEST);
  return { what, base: cut(base), mine: cut(mine), theirs: cut(theirs) };
}

/** Characters of a value: enough to choose by. */
const LONGEST = 300;

interface Subject {
  readonly what: string;
  readonly inWords: (value: Json | undefined) => string;
  /** What is said of the state before, where that is not its value. */
  readonly before?: string;
}

function subjectOf(conflict: Conflict, flows: readonly Flow[]): Subject {
  const { path } = conflict;
  const [part, id = ''] = path.map(String);
  const name = nameOf(flows, id);
  const target = (nowhere: string) => (value: Json | undefined) =>
    typeof value === 'string' ? nameOf(flows, value) : nowhere;
  if (part === 'nodes') return ofStep(conflict, { name, target, flows });
  if (part === 'layout') return { what: `Where ${name} stands on the canvas`, inWords: placeInWords };
  if (isHandler(path)) return { what: handlerTitle(path), inWords: target('Nowhere special') };
  return { what: partTitle(path, flows), inWords: (value) => valueInWords(value) };
}

interface StepWords {
  readonly name: string;
  readonly target: (nowhere: string) => Subject['inWords'];
  readonly flows: readonly Flow[];
}

function ofStep(conflict: Conflict, { name, target, flows }: StepWords): Subject {
  const [, id = '', part, ...inside] = conflict.path;
  const versions = flows.map((flow) => flow.nodes[id]);
  const node = versions.find((each) => each !== undefined);
  const plain = (value: Json | undefined) => valueInWords(value);
  if (part === undefined) {
    const before = conflict.base === undefined ? 'Not there' : 'As it was';
    return { what: `The step ${name}`, inWords: (value) => stepInWords(value, conflict), before };
  }
  if (part === 'label') return { what: `The name of ${name}`, inWords: plain };
  if (part === 'exits' && inside.length === 1) {
    const exit = exitTitle(versions, String(inside[0]));
    return { what: `Where “${exit}” of ${name} leads`, inWords: target('Nowhere') };
  }
  if (part !== 'params' || node === undefined)
    return { what: `${name}: ${[part, ...inside].join(', ')}`, inWords: plain };
  const field = inside.length === 0 ? eitherTitle(node, conflict) : fieldTitle(node, inside);
  if (conflict.isOrder) return { what: `${name}: the order of ${field}`, inWords: plain };
  const spoken = spokenAt(node, inside);
  const where = spoken?.title == null ? '' : ` (${spoken.title})`;
  return {
    what: spoken === null ? `${name}: ${field}` : `What ${name} says${where}`,
    inWords: (value) => valueInWords(value, fieldMeta(node, inside)),
  };
}

/** Parameters of which a step takes one only: each side gave another one. */
function eitherTitle(node: FlowNode, { mine, theirs }: Conflict): string {
  const names = [mine, theirs].flatMap((params) => (isJsonObject(params) ? Object.keys(params) : []));
  return [...new Set(names)].map((name) => fieldTitle(node, [name])).join(' or ');
}

function nameOf(flows: readonly Flow[], id: string): string {
  const flow = flows.find(({ nodes }) => nodes[id] !== undefined);
  return flow === undefined ? id : stepName(flow, id);
}

function stepInWords(value: Json | undefined, { base, mine, theirs }: Conflict): string {
  if (value === undefined) return 'Deleted';
  if (mine === undefined || theirs === undefined)
    return same(value, base) ? 'Kept, and used in more places' : 'Kept, and changed';
  return isJsonObject(value) ? kindTitle(value.type) : valueInWords(value);
}

function placeInWords(value: Json | undefined): string {
  if (!Array.isArray(value)) return 'Nowhere in particular';
  const [across, down] = value;
  return `${across} across, ${down} down`;
}

import type { Flow, ResourceType } from '@gatherline/flow';
import { type BoundResource, canStandFor } from '../../api/index.ts';

/** A flow that reads a name, and what it expects there. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly type: ResourceType;
  /** Whether what is bound can stand there. */
  readonly isServed: boolean;
}

/** A name: what it is bound to here, and the flows that declare it. */
export interface ResourceRow {
  readonly name: string;
  /** What it is bound to, else what the first flow expects. */
  readonly type: ResourceType;
  /** What the first flow calls it that gives it a title. */
  readonly title: string | undefined;
  readonly bound: BoundResource | undefined;
  readonly readers: readonly Reader[];
}

/** Every name that is bound or declared, in order. */
export function rowsOf(bound: readonly BoundResource[], flows: readonly Flow[]): readonly ResourceRow[] {
  const declared = flows.flatMap(({ id, name: flow, resources }) =>
    Object.entries(resources).map(([name, { type, title }]) => ({ name, id, flow, type, title })),
  );
  const names = new Set([...bound, ...declared].map(({ name }) => name));
  return [...names].toSorted().map((name) => {
    const held = bound.find((each) => each.name === name);
    const own = declared.filter((each) => each.name === name);
    return {
      name,
      type: held?.type ?? own[0]?.type ?? 'text',
      title: own.find(({ title }) => title !== undefined)?.title,
      bound: held,
      readers: own.map(({ id, flow, type }) => ({
        id,
        name: flow,
        type,
        isServed: held !== undefined && canStandFor(held, type),
      })),
    };
  });
}

/** Whether a flow reads the name and gets nothing, or something of another kind. */
export function isMissing({ readers }: ResourceRow): boolean {
  return readers.some(({ isServed }) => !isServed);
}

/** "Clinic, Shop and 3 more". */
export function namesOf(readers: readonly Reader[], most = 3): string {
  const names = readers.map(({ name }) => name);
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

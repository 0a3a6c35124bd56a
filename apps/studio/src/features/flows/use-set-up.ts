import { type Flow, idSchema, type Json, resourceComplaint } from '@gatherline/flow';
import { useState } from 'react';
import type { Wanted } from './making.ts';
import { proposeId } from './propose-id.ts';
import type { NeededResource, TemplateNeeds } from './template-needs.ts';

export type Values = Readonly<Record<string, Json | undefined>>;

interface Asked {
  readonly flow: Flow;
  readonly needs: TemplateNeeds;
  readonly taken: readonly string[];
}

/** What a person fills in for a new flow. Complaints come once they have tried to go on; `check` answers what to make. */
export function useSetUp({ flow, needs, taken }: Asked) {
  const [name, setName] = useState(flow.name);
  const [ownId, setId] = useState<string | null>(null);
  const [values, setValues] = useState<Values>({});
  const [isTried, setTried] = useState(false);
  const blocked = [...taken, ...needs.entered.map((entered) => entered.id)];
  const id = ownId ?? proposeId(name, blocked);
  const nameError = name.trim() === '' ? 'Give the flow a name.' : undefined;
  const idError = idComplaint(id, taken, blocked);
  const errorOf = (resource: NeededResource) => complaintOf(resource, values[resource.name]);
  const isRight =
    nameError === undefined &&
    idError === undefined &&
    needs.resources.every((each) => errorOf(each) === undefined);
  return {
    name,
    setName,
    id,
    setId,
    values,
    setValue: (of: string, value: Json | undefined) => setValues((held) => ({ ...held, [of]: value })),
    nameError: isTried ? nameError : undefined,
    idError: isTried || ownId !== null ? idError : undefined,
    errorOf: (resource: NeededResource) => (isTried ? errorOf(resource) : undefined),
    check(): Wanted | null {
      setTried(true);
      if (!isRight) return null;
      const copy = Object.assign({}, flow, { id, name: name.trim() });
      return { flow: copy, entered: needs.entered, bindings: bindingsOf(needs.resources, values) };
    },
  };
}

function idComplaint(id: string, taken: readonly string[], blocked: readonly string[]): string | undefined {
  const checked = idSchema.safeParse(id);
  if (!checked.success) return checked.error.issues[0]?.message;
  if (taken.includes(id)) return 'Another flow has this id.';
  return blocked.includes(id) ? 'A flow that this one enters has this id.' : undefined;
}

/** A value left out may come later. */
function complaintOf({ type }: NeededResource, value: Json | undefined): string | undefined {
  return value === undefined ? undefined : (resourceComplaint(type, trimmed(value)) ?? undefined);
}

function bindingsOf(resources: readonly NeededResource[], values: Values): Wanted['bindings'] {
  return resources.flatMap(({ name, type, bound }) => {
    const value = values[name];
    if (value === undefined || isSame(value, bound?.value)) return [];
    return [{ name, type, value: trimmed(value) }];
  });
}

/** Blanks around a number or an address come from copying it. */
function trimmed(value: Json): Json {
  return typeof value === 'string' ? value.trim() : value;
}

function isSame(left: Json, right: Json | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

import {
  type Flow,
  idSchema,
  isJsonObject,
  type Json,
  type JsonObject,
  resourceComplaint,
  type ResourceType,
} from '@gatherline/flow';
import type { FolderResources } from './folder-resources.ts';
import type { Bound } from './resources.ts';

export interface BindingParts {
  /** `resources` of gatherline.json. */
  readonly bindings: JsonObject;
  readonly flows: Iterable<Pick<Flow, 'id' | 'resources'>>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Variables of the service itself, which no flow may have. */
  readonly isOwnVariable: (name: string) => boolean;
}

interface Wish {
  readonly type: ResourceType;
  readonly flow: string;
}

export type BindingReading = Omit<FolderResources, 'changedMs'> & {
  /** One for each field to mend: `field resources.<name>: …`. */
  readonly lines: readonly string[];
};

/** Reads what gatherline.json binds, beside what the flows declare. */
export function readBindings({ bindings, flows, variables, isOwnVariable }: BindingParts): BindingReading {
  const wishes = wishesOf(flows);
  const bound = new Map<string, Bound>();
  const secrets = new Map<string, string>();
  const lines: string[] = [];
  const complain = (name: string, complaint: string) => lines.push(`field resources.${name}: ${complaint}`);

  for (const [name, binding] of Object.entries(bindings)) {
    const own = wishes.get(name) ?? [];
    const variable = variableOf(binding);
    const complaint =
      formComplaint(name, binding) ??
      (variable === null
        ? valueComplaint(binding, own)
        : secretComplaint(variable, variables[variable], own, isOwnVariable));
    if (complaint !== null) complain(name, complaint);
    else if (variable === null) bound.set(name, { type: typeOf(binding, own), value: binding });
    else {
      bound.set(name, { type: 'secret' });
      secrets.set(name, variables[variable] ?? '');
    }
  }
  for (const [name, [first]] of wishes) {
    if (!Object.hasOwn(bindings, name) && first !== undefined)
      complain(name, `Is missing: ${first.flow}.flow.json reads it. Bind it to ${toBindTo[first.type]}.`);
  }
  return { bound, secrets, lines };
}

function wishesOf(flows: BindingParts['flows']): ReadonlyMap<string, readonly Wish[]> {
  const wishes = new Map<string, Wish[]>();
  for (const { id, resources } of flows) {
    for (const [name, { type }] of Object.entries(resources)) {
      wishes.set(name, [...(wishes.get(name) ?? []), { type, flow: id }]);
    }
  }
  return wishes;
}

function variableOf(binding: Json): string | null {
  return isJsonObject(binding) && typeof binding.env === 'string' && Object.keys(binding).length === 1
    ? binding.env
    : null;
}

function formComplaint(name: string, binding: Json): string | null {
  if (isJsonObject(binding) && 'env' in binding && variableOf(binding) === null)
    return `Write ${toBindTo.secret}, and nothing else.`;
  return idSchema.safeParse(name).error?.issues[0]?.message ?? null;
}

function valueComplaint(value: Json, wishes: readonly Wish[]): string | null {
  for (const { type, flow } of wishes) {
    if (type === 'secret')
      return `Is a secret in ${flow}.flow.json. Write ${toBindTo.secret} instead of the secret itself.`;
    const complaint = resourceComplaint(type, value);
    if (complaint !== null) return `${flow}.flow.json expects ${toBindTo[type]}. ${complaint}`;
  }
  return wishes.length > 0 ? null : resourceComplaint(typeOf(value, wishes), value);
}

function secretComplaint(
  variable: string,
  value: string | undefined,
  wishes: readonly Wish[],
  isOwnVariable: (name: string) => boolean,
): string | null {
  const other = wishes.find(({ type }) => type !== 'secret');
  if (other !== undefined)
    return `${other.flow}.flow.json expects ${toBindTo[other.type]}, and { "env": … } is for secrets. Write the value here.`;
  if (isOwnVariable(variable))
    return `${variable} belongs to the service itself. Put the secret into another variable.`;
  if (value === undefined || value === '')
    return `The variable ${variable} is not set. Set it, or name another one.`;
  return resourceComplaint('secret', value);
}

const toBindTo = {
  number: 'a phone number, such as "+13125550100"',
  url: 'an address, such as "https://crm.example.com"',
  text: 'a text',
  hours:
    'opening hours, such as { "time_zone": "America/Chicago", "weekly": { "mon": [["08:00", "18:00"]] } }',
  secret: '{ "env": "NAME_OF_VARIABLE" }',
} as const satisfies Record<ResourceType, string>;

/** What the flows call it, else what it looks like. */
function typeOf(value: Json, [first]: readonly Wish[]): Exclude<ResourceType, 'secret'> {
  if (first !== undefined && first.type !== 'secret') return first.type;
  if (typeof value !== 'string') return 'hours';
  const looksLike = (['number', 'url'] as const).find((type) => resourceComplaint(type, value) === null);
  return looksLike ?? 'text';
}

import { isJsonObject, type Json } from '../json.ts';
import type { Flow } from '../schema.ts';
import { type Change, changesBetween, type Path } from './changes.ts';
import { isWhole, saySet, settingTitle, type Sides, stepName, valueInWords } from './words.ts';

/** Says what differs in the flow itself: its name, settings, what it declares. */
export function sayFlowChange(change: Change, flows: Sides): string {
  const { path, before, after } = change;
  if (isHandler(path)) {
    const now = typeof after === 'string' ? `to ${stepName(flows.after, after)}` : 'nowhere special';
    const was = typeof before === 'string' ? stepName(flows.before, before) : 'nowhere special';
    return `${handlerTitle(path)}, calls now go ${now} (before: ${was})`;
  }
  const what = partTitle(path, [flows.after, flows.before]);
  const values = { now: valueInWords(after), was: valueInWords(before) };
  return saySet(what, { ...values, isWhole: isWhole(change) });
}

/** A change of all handlers at once as one of each. */
export function handlersApart(change: Change): readonly Change[] {
  const { path, before, after } = change;
  const isAll = path.length === 2 && path[0] === 'settings' && path[1] === 'handlers';
  return isAll && isWhole(change) ? changesBetween(before ?? {}, after ?? {}, path) : [change];
}

export function isHandler(path: Path): boolean {
  return path.length === 3 && path[0] === 'settings' && path[1] === 'handlers';
}

const outcomes: Readonly<Record<string, string>> = {
  no_input: 'When a caller says and presses nothing and nothing is connected',
  invalid: 'When a caller presses a wrong key and nothing is connected',
  error: 'When a step fails and nothing is connected',
  hangup: 'Once the caller has hung up',
};

export function handlerTitle(path: Path): string {
  const outcome = String(path[2]);
  return outcomes[outcome] ?? `Otherwise (${outcome.replaceAll('_', ' ')})`;
}

const parts: Readonly<Record<string, string>> = {
  resources: 'The detail',
  inputs: 'The input',
  outputs: 'The output',
  variables: 'The variable',
};

const fields: Readonly<Record<string, string>> = {
  name: 'The name of the flow',
  description: 'The description of the flow',
};

/** What stands at a path outside the steps, by the name that people gave it. */
export function partTitle(path: Path, flows: readonly Flow[]): string {
  const [part = '', name, ...inside] = path.map(String);
  if (part === 'settings' && name !== undefined) return settingTitle(path.slice(1));
  const kind = parts[part];
  if (kind === undefined || name === undefined) return fields[part] ?? path.join(', ');
  return [`${kind} ${declaredTitle(flows, part, name)}`, ...inside].join(', ');
}

function declaredTitle(flows: readonly Flow[], part: string, name: string): string {
  for (const flow of flows) {
    const group: Json | undefined = flow[part];
    const entry = isJsonObject(group) ? group[name] : undefined;
    if (isJsonObject(entry) && typeof entry.title === 'string' && entry.title !== '')
      return `“${entry.title}”`;
  }
  return name.replaceAll('_', ' ');
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Flow,
  isJsonObject,
  type JsonObject,
  parseExactly,
  parseFlow,
  type Problem,
  readFlow,
  readJson,
  type RunnableFlow,
  withLine,
  withSubflows,
} from '@gatherline/flow';
import { type Conversation, parseConversation } from '../conversation.ts';

/** A conversation and the file it was read from; `path` is absolute. */
export interface ConversationFile {
  readonly path: string;
  readonly conversation: Conversation;
}

/** A flow that comes with Gatherline; `text` is the file as it stands. */
export interface ReadyMadeFlow {
  readonly id: string;
  readonly text: string;
  readonly flow: Flow;
}

export type FlowReading =
  | { readonly ok: true; readonly flow: RunnableFlow }
  | { readonly ok: false; readonly message: string; readonly problems: readonly Problem[] };

/** A file that should hold a conversation or a flow, and does not. `message` names it and the field to mend. */
export class UnreadableFileError extends Error {
  readonly code = 'unreadable_file';
  override readonly name = 'UnreadableFileError';
}

const home = fileURLToPath(new URL('../..', import.meta.url));
const flowsFolder = join(home, 'flows');

/** The conversations that come with Gatherline: its tests, its examples and its documentation. */
export function readyMadeConversations(): readonly ConversationFile[] {
  return readConversations(join(home, 'conversations'));
}

/** The flows that come with Gatherline. */
export function readyMadeFlows(): readonly ReadyMadeFlow[] {
  return readdirSync(flowsFolder)
    .filter((file) => file.endsWith('.flow.json'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(flowsFolder, file), 'utf8');
      const reading = readFlow(text);
      if (!reading.ok) throw new Error(`The ready-made flow ${file} can't be read.`);
      return { id: reading.flow.id, text, flow: reading.flow };
    });
}

/**
 * Reads one conversation file, or every one below a folder; JSON files there that have neither steps nor a flow are
 * something else. Throws UnreadableFileError.
 */
export function readConversations(fileOrFolder: string): readonly ConversationFile[] {
  const path = resolve(fileOrFolder);
  if (!existsSync(path)) throw new UnreadableFileError(`${fileOrFolder} does not exist.`);
  if (!statSync(path).isDirectory()) return [toConversation(path, parseJson(path))];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.json') && !file.endsWith('.flow.json') && !file.includes('node_modules'),
    )
    .toSorted()
    .map((file) => ({ file: join(path, file), value: parseJson(join(path, file)) }))
    .filter(({ value }) => isJsonObject(value) && ('steps' in value || 'flow' in value))
    .map(({ file, value }) => toConversation(file, value));
}

/**
 * The flow a conversation is about: written down in it, a file beside it (`"../front_desk.flow.json"`), or one by its id,
 * looked for in `flows` folders beside it and above, then among the ready-made ones.
 */
export function flowOf({ path, conversation }: ConversationFile): FlowReading {
  const main = readNamedFlow(conversation.flow, path);
  if (!main.ok) return main;
  const subflows: Record<string, Flow> = {};
  for (const [reference, named] of Object.entries(conversation.flows)) {
    const reading = readNamedFlow(named, path);
    if (!reading.ok) return reading;
    subflows[reference] = reading.flow;
  }
  return { ok: true, flow: withSubflows(main.flow, subflows) };
}

function readNamedFlow(flow: string | JsonObject, path: string): FlowReading {
  if (typeof flow !== 'string') return toFlowReading('The flow in it', parseFlow(flow));
  const file = findFlow(flow, dirname(path));
  if (file === undefined)
    return { ok: false, message: `There is no flow "${flow}" near ${path}.`, problems: [] };
  return toFlowReading(file, readFlow(readFileSync(file, 'utf8')));
}

function toConversation(path: string, value: unknown): ConversationFile {
  const reading = parseConversation(value);
  if (!reading.ok) throw new UnreadableFileError(`${path}: ${reading.message}`);
  return { path, conversation: reading.conversation };
}

function parseJson(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  const reading = readJson(text);
  // The long ids of a server's answer keep their digits.
  if (reading.ok) return parseExactly(text.replace(/^\uFEFF/, '')) ?? reading.value;
  const fault = reading.path === undefined ? 'is not JSON' : `can't be read, ${reading.path.join('.')}`;
  throw new UnreadableFileError(`${path} ${fault}: ${withLine(reading, text)}`);
}

function findFlow(named: string, folder: string): string | undefined {
  if (named.endsWith('.json')) return [resolve(folder, named)].find((file) => existsSync(file));
  const file = `${named}.flow.json`;
  const candidates = foldersAbove(folder).flatMap((above) => [join(above, file), join(above, 'flows', file)]);
  return [...candidates, join(flowsFolder, file)].find((candidate) => existsSync(candidate));
}

function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

function toFlowReading(name: string, reading: ReturnType<typeof parseFlow>): FlowReading {
  return reading.ok ? reading : { ...reading, message: `${name} can't be read as a flow.` };
}

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Conversation, parseConversation } from '@gatherline/conversations';
import { flowOf, readConversations } from '@gatherline/conversations/files';
import {
  definitionOf,
  describeProblem,
  type Flow,
  isJsonObject,
  type JsonObject,
  readJson,
  type RunnableFlow,
  withLine,
} from '@gatherline/flow';
import { readFlowFile } from '../flow-files.ts';
import { UsageError } from '../outcome.ts';

export interface CallToPlay {
  readonly conversation: Conversation;
  readonly flow: RunnableFlow;
}

/**
 * The call that a file stands for: a conversation's own circumstances, or a stranger's call to a flow, with the flows that
 * it enters and the values of the `gatherline.json` beside it. Throws UsageError.
 */
export function readCallToPlay(path: string): CallToPlay {
  if (!path.endsWith('.flow.json')) {
    const [file] = readConversations(path);
    if (file !== undefined && 'steps' in file.conversation)
      return { conversation: file.conversation, flow: found(flowOf(file)) };
  }
  const file = readFlowFile(path);
  if (!file.ok)
    throw new UsageError(
      [`${path} can't be read as a flow.`, ...file.problems.map(describeProblem)].join('\n'),
    );
  const conversation = strangerCalling(path, file.flow);
  return { conversation, flow: found(flowOf({ path, conversation })) };
}

function found(reading: ReturnType<typeof flowOf>): RunnableFlow {
  if (!reading.ok) throw new UsageError(reading.message);
  return reading.flow;
}

function strangerCalling(path: string, flow: Flow): Conversation {
  const reading = parseConversation({
    name: 'A call',
    flow: `./${basename(path)}`,
    flows: Object.fromEntries(referencesIn(flow).map((reference) => [reference, reference.split('@')[0]])),
    resources: resourcesBeside(path),
    steps: [{ hangs_up: true }],
  });
  if (!reading.ok) throw new UsageError(reading.message);
  return reading.conversation;
}

function referencesIn({ nodes }: Flow): readonly string[] {
  return Object.values(nodes).flatMap(({ type, params }) => definitionOf(type)?.enters?.(params) ?? []);
}

function resourcesBeside(path: string): JsonObject {
  const file = join(dirname(path), 'gatherline.json');
  if (!existsSync(file)) return {};
  const text = readFileSync(file, 'utf8');
  const reading = readJson(text);
  if (!reading.ok) throw new UsageError(`${file} can't be read: ${withLine(reading, text)}`);
  const bindings = reading.value;
  const resources = isJsonObject(bindings) ? bindings.resources : undefined;
  return isJsonObject(resources) ? resources : {};
}

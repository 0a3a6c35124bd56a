import { relative } from 'node:path';
import {
  type ConversationFile,
  flowOf,
  readConversations,
  UnreadableFileError,
} from '@gatherline/conversations/files';
import { playConversation, type Reason } from '@gatherline/player';
import { describeProblem } from '@gatherline/flow';
import { type Outcome, UsageError } from '../outcome.ts';
import { toDialogueLine } from './dialogue-line.ts';

/** A call that went round in a loop has a reason for each turn; the last ones say why it failed. */
const MOST_REASONS = 12;

interface Result {
  readonly path: string;
  readonly name: string;
  readonly ok: boolean;
  readonly message: string | null;
  readonly reasons: readonly Reason[];
}

/** Plays conversations against their flows: files, or every one below the folders among them. */
export function testConversations(paths: readonly string[]): Outcome {
  const results = paths.flatMap(read).map(toResult);
  if (results.length === 0) throw new UsageError(`There is no conversation in ${paths.join(', ')}.`);
  const failed = results.filter(({ ok }) => !ok).length;
  return {
    ok: failed === 0,
    lines: [...results.flatMap(toLines), '', `${results.length} played, ${failed} failed.`],
    json: { conversations: results },
  };
}

/** Reads conversations for a command. Throws UsageError for what can't be read. */
export function read(path: string): readonly ConversationFile[] {
  try {
    return readConversations(path);
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw new UsageError(cause.message, { cause });
    throw cause;
  }
}

function toResult(file: ConversationFile): Result {
  const { conversation } = file;
  const path = relative('.', file.path);
  const reading = flowOf(file);
  if (!reading.ok) {
    const message = [reading.message, ...reading.problems.map(describeProblem)].join('\n');
    return { path, name: conversation.name, ok: false, message, reasons: [] };
  }
  const { ok, failure, reasons } = playConversation(conversation, { flow: reading.flow });
  return { path, name: conversation.name, ok, message: failure?.message ?? null, reasons };
}

function toLines({ path, name, ok, message, reasons }: Result): readonly string[] {
  if (ok) return [`ok      ${name}  (${path})`];
  const details = [...(message ?? '').split('\n'), ...lastOf(reasons)];
  return [`failed  ${name}  (${path})`, ...details.map((line) => `        ${line}`)];
}

function lastOf(reasons: readonly Reason[]): readonly string[] {
  const last = reasons.slice(-MOST_REASONS);
  const before = reasons.length - last.length;
  return [
    ...(before === 0 ? [] : [`       … ${before} more before`]),
    ...last.map(({ atMs, text }) => toDialogueLine({ atMs, who: 'reason', text })),
  ];
}

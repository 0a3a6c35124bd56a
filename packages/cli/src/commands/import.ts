import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, writeFlow } from '@gatherline/flow';
import { readFlowFile } from '../flow-files.ts';
import { type Outcome, UsageError } from '../outcome.ts';

interface Options {
  /** Folder to write into. */
  readonly to: string;
  /** Replace a different flow of the same id. */
  readonly force: boolean;
}

/** Reads a flow of any known format and writes it as `<id>.flow.json`, migrated and canonical. */
export function importFile(path: string, { to, force }: Options): Outcome {
  const file = readFlowFile(path);
  if (!file.ok) {
    const lines = [
      `${path} can't be imported:`,
      ...file.problems.map((each) => `  ${describeProblem(each)}`),
    ];
    return { ok: false, lines, json: { problems: file.problems } };
  }
  const target = join(to, `${file.flow.id}.flow.json`);
  const text = writeFlow(file.flow);
  if (!force && existsSync(target) && readFileSync(target, 'utf8') !== text) {
    throw new UsageError(`${target} exists and is different; say --force to replace it.`);
  }
  mkdirSync(to, { recursive: true });
  writeFileSync(target, text);
  return { ok: true, lines: [`${target} written.`], json: { path: target, id: file.flow.id } };
}

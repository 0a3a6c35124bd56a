import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Flow, type Problem, readFlow } from '@gatherline/flow';
import { UsageError } from './outcome.ts';

/** A flow file as it stands on disk, read or not. */
export type FlowFile =
  | { readonly path: string; readonly text: string; readonly ok: true; readonly flow: Flow }
  | {
      readonly path: string;
      readonly text: string;
      readonly ok: false;
      readonly problems: readonly Problem[];
    };

/** Reads one flow file. Throws UsageError when there is no such file. */
export function readFlowFile(path: string): FlowFile {
  const text = readText(path);
  return { path, text, ...readFlow(text) };
}

/** Reads files, and every `.flow.json` below the folders among them. Throws UsageError for what does not exist. */
export function readFlowFiles(paths: readonly string[]): readonly FlowFile[] {
  return paths.flatMap(flowPathsIn).map(readFlowFile);
}

/** Reads the text of a file. Throws UsageError when there is none. */
function readText(path: string): string {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
  if (statSync(path).isDirectory()) throw new UsageError(`${path} is a folder; name a file.`);
  return readFileSync(path, 'utf8');
}

function flowPathsIn(path: string): readonly string[] {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.flow.json') && !file.includes('node_modules'))
    .toSorted()
    .map((file) => join(path, file));
}

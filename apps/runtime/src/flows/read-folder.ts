import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Flow, type Problem, readFlow, writeFlow } from '@gatherline/flow';
import type { FlowDocument } from '../store/ports/call-store.ts';
import type { Routing } from '../store/ports/flow-store.ts';
import { readBindings } from '../resources/read-bindings.ts';
import type { FolderResources } from '../resources/folder-resources.ts';
import { isOwnVariable } from '../environment.ts';
import { errorsIn, toDocument } from './document.ts';
import { deadReference, type Reference, referencesIn } from './references.ts';
import { configurationFile, type Failure, readConfiguration, reasonOf } from './read-configuration.ts';

const flowSuffix = '.flow.json';
/** Under which the flows of a folder are served. */
export const folderVersion = 1;

export interface FolderFlow {
  readonly flow: Flow;
  readonly document: FlowDocument;
  /** When the file was last changed, milliseconds since the epoch. */
  readonly changedMs: number;
}

export interface FlowFolder {
  readonly flows: ReadonlyMap<string, FolderFlow>;
  readonly routing: Omit<Routing, 'revision'>;
  readonly resources: FolderResources;
}

/** A folder of flows that can't be served. `lines` name file, node, field and cure, one problem each. */
export class FlowFolderError extends Error {
  readonly code = 'flow_folder';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'FlowFolderError';
    this.lines = lines;
  }
}

/**
 * Reads FLOWS_DIR whole; `variables` hold the secrets that gatherline.json names. Throws FlowFolderError when anything in
 * it would fail a caller.
 */
export function readFlowFolder(
  folder: string,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): FlowFolder {
  const files = listFiles(folder);
  const lines: string[] = [];
  const flows = new Map<string, FolderFlow>();
  for (const file of files.filter((name) => name.endsWith(flowSuffix))) {
    const reading = readFlowFile(join(folder, file), file);
    if ('lines' in reading) lines.push(...reading.lines);
    else flows.set(reading.flow.id, reading);
  }
  if (lines.length === 0 && flows.size === 0)
    lines.push(`${folder}: holds no file that ends in ${flowSuffix}. Put a flow there.`);

  const configuration = readConfiguration(folder, files.includes(configurationFile));
  if ('lines' in configuration) throw new FlowFolderError([...lines, ...configuration.lines]);
  const { routing, bindings, changedMs } = configuration;
  const declaring = [...flows.values()].map(({ flow }) => flow);
  const resources = readBindings({ bindings, flows: declaring, variables, isOwnVariable });
  // A flow that could not be read is missing from `flows`; its own line says why.
  if (lines.length === 0) lines.push(...deadRoutes(routing, flows), ...deadReferences(flows));
  lines.push(...resources.lines.map((line) => `${configurationFile}: ${line}`));
  if (lines.length > 0) throw new FlowFolderError(lines);
  return { flows, routing, resources: { ...resources, changedMs } };
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (cause) {
    throw new FlowFolderError([
      `FLOWS_DIR: the folder ${folder} can not be read (${reasonOf(cause)}). Name a folder of flows.`,
    ]);
  }
}

function readFlowFile(path: string, file: string): FolderFlow | Failure {
  const reading = readFlow(readFileSync(path, 'utf8'));
  if (!reading.ok) return { lines: reading.problems.map((problem) => toLine(file, problem)) };
  const { flow } = reading;
  if (file !== `${flow.id}${flowSuffix}`) {
    return {
      lines: [
        `${file}: field id: The flow calls itself ${flow.id}. Name the file ${flow.id}${flowSuffix}, or change the id.`,
      ],
    };
  }
  const errors = errorsIn(flow);
  if (errors.length > 0) return { lines: errors.map((problem) => toLine(file, problem)) };
  return { flow, document: toDocument(writeFlow(flow)), changedMs: Math.floor(statSync(path).mtimeMs) };
}

function deadRoutes(
  { routes, defaultFlow }: Omit<Routing, 'revision'>,
  flows: ReadonlyMap<string, FolderFlow>,
): string[] {
  const leads = routes.map(({ flow }, index) => ({ field: `routes.${index}.flow`, flow }));
  if (defaultFlow !== null) leads.push({ field: 'default_flow', flow: defaultFlow });
  return leads
    .filter(({ flow }) => !flows.has(flow))
    .map(
      ({ field, flow }) =>
        `${configurationFile}: field ${field}: There is no ${flow}${flowSuffix} beside it. Add the file, or name another flow.`,
    );
}

function deadReferences(flows: ReadonlyMap<string, FolderFlow>): string[] {
  return [...flows.values()].flatMap(({ flow }) =>
    referencesIn(flow).flatMap((reference) => {
      const problem = referenceProblem(reference, flows);
      return problem === null ? [] : [toLine(`${flow.id}${flowSuffix}`, problem)];
    }),
  );
}

function referenceProblem(reference: Reference, flows: ReadonlyMap<string, FolderFlow>): Problem | null {
  const { flow, version } = reference;
  if (!flows.has(flow))
    return deadReference(reference, 'flow', {
      message: `There is no ${flow}${flowSuffix} beside it.`,
      cure: 'Add the file, or name another flow.',
    });
  if (version === null || version === folderVersion) return null;
  return deadReference(reference, 'version', {
    message: `The flows of a folder have no versions but ${folderVersion}.`,
    cure: 'Leave the version out: git keeps the others.',
  });
}

function toLine(file: string, { node, path, message, cure }: Problem): string {
  const place = [node === undefined ? '' : `node ${node}`, path?.length ? `field ${path.join('.')}` : '']
    .filter((part) => part !== '')
    .join(', ');
  return `${file}: ${place === '' ? '' : `${place}: `}${message} ${cure}`;
}

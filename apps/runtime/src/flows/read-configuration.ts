import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, readJson, tooDeepAt, tooDeepComplaint, withLine } from '@gatherline/flow';
import { z } from 'zod';
import type { Routing } from '../store/ports/flow-store.ts';
import { routingSchema, toRouting } from './routes-schema.ts';

export const configurationFile = 'gatherline.json';

/** What gatherline.json says. Its bindings are looked at beside the flows that declare them. */
export interface FolderConfiguration {
  readonly routing: Omit<Routing, 'revision'>;
  readonly bindings: JsonObject;
  /** When the file was last changed, milliseconds since the epoch. */
  readonly changedMs: number;
}

export type Failure = { readonly lines: readonly string[] };

const configurationSchema = routingSchema.extend({ resources: z.record(z.string(), z.json()).default({}) });

export function readConfiguration(folder: string, exists: boolean): FolderConfiguration | Failure {
  if (!exists) {
    return complain('is missing. Say there which flow answers, such as { "default_flow": "front_desk" }.');
  }
  const path = join(folder, configurationFile);
  const text = readFileSync(path, 'utf8');
  const reading = readJson(text);
  if (!reading.ok) {
    const complaint = withLine(reading, text);
    return complain(
      reading.path === undefined
        ? `is not JSON. ${complaint}`
        : `field ${reading.path.join('.')}: ${complaint} Keep one of the two.`,
    );
  }
  const document = reading.value;
  const deep = tooDeepAt(document);
  if (deep !== null) {
    const { message, cure } = tooDeepComplaint(deep);
    return complain(`field ${message} ${cure}`);
  }
  const result = configurationSchema.safeParse(document);
  if (!result.success) {
    return complain(
      ...result.error.issues.map((issue) => `field ${issue.path.join('.') || '(all)'}: ${messageOf(issue)}`),
    );
  }
  const { resources: bindings, ...routing } = result.data;
  return { routing: toRouting(routing), bindings, changedMs: Math.floor(statSync(path).mtimeMs) };
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function complain(...complaints: readonly string[]): Failure {
  return { lines: complaints.map((complaint) => `${configurationFile}: ${complaint}`) };
}

function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? `${issue.keys.join(', ')} is not known here. Remove it.`
    : issue.message;
}

import { type Flow, parseFlow } from '@gatherline/flow';
import { z } from 'zod';

/** A problem as the service reports it. */
export const problemSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  cure: z.string(),
  node: z.string().exactOptional(),
  path: z.array(z.union([z.string(), z.number()])).exactOptional(),
});

/** A flow document, migrated to the version this studio writes. */
export const flowDocument = z.unknown().transform((value, context): Flow => {
  const reading = parseFlow(value);
  if (reading.ok) return reading.flow;
  for (const problem of reading.problems) context.addIssue({ code: 'custom', message: problem.message });
  return z.NEVER;
});

/** A draft with the revision it stands at. */
export const draftSchema = z.object({ flow: flowDocument, revision: z.number().int() });

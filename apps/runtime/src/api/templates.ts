import type { Flow } from '@gatherline/flow';
import { z } from 'zod';
import { defineOperation, type Operation } from './kit/operation.ts';
import { flowDocument } from './kit/schemas.ts';

/** A ready-made flow to begin from. */
export interface Template {
  readonly id: string;
  readonly flow: Flow;
}

const template = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  flow: flowDocument,
});

/** Templates: ready-made flows, for people to begin from. */
export function templateOperations(templates: () => readonly Template[]): readonly Operation[] {
  return [
    defineOperation({
      method: 'get',
      path: '/templates',
      summary: 'Ready-made flows to begin from.',
      answers: { 200: z.object({ templates: z.array(template) }) },
      handle: async () => ({ status: 200, body: { templates: templates().map(toShown) } }),
    }),
  ];
}

function toShown({ id, flow }: Template): z.output<typeof template> {
  return { id, name: flow.name, description: flow.description ?? '', flow };
}

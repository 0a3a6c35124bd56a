import { readyMadeFlows } from '@gatherline/conversations/files';
import { parseFlow } from '@gatherline/flow';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openService } from '../testing/service.ts';

const answer = z.object({
  templates: z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), flow: z.json() })),
});

it('offers every ready-made flow to begin from', async () => {
  const service = await openService();
  const { status, body } = await service.api('GET', '/api/templates');
  expect(status).toBe(200);
  const { templates } = answer.parse(body);
  expect(templates.map(({ id }) => id)).toEqual(readyMadeFlows().map(({ id }) => id));
  for (const { id, name, flow } of templates)
    expect(parseFlow(flow)).toMatchObject({ ok: true, flow: { id, name } });
});

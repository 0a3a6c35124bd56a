import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEEPEST } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { flowsFolder } from '../../testing/flows-folder.ts';
import { greetingFlow } from '../../testing/flows.ts';
import { openService } from '../../testing/service.ts';
import { arrival } from '../../testing/webhooks.ts';

/** So many lists in one another. */
function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

const hole = '"HOLE"';
const flow = { ...greetingFlow(), variables: { deep: 'HOLE' } };
const ifMatch = { 'if-match': '"1"' };

const doors = [
  ['POST', '/api/flows', { flow: { ...flow, id: 'other' } }, 'flow.variables.deep'],
  ['PUT', '/api/flows/greeting', { flow }, 'flow.variables.deep'],
  ['POST', '/api/flows/greeting/publish', { revision: 'HOLE' }, 'revision'],
  ['PUT', '/api/routes', { routes: 'HOLE', default_flow: null }, 'routes'],
  ['PUT', '/api/resources/desk', { type: 'text', value: 'HOLE' }, 'value'],
  [
    'POST',
    '/api/calls',
    { flow: 'greeting', to: 'a', from: 'b', variables: { deep: 'HOLE' } },
    'variables.deep',
  ],
  ['POST', '/api/calls/v3%3Acaller/signal', { name: 'go', data: { deep: 'HOLE' } }, 'data.deep'],
  ['POST', '/api/phone/calls', { flow: 'HOLE' }, 'flow'],
  ['POST', '/api/phone/calls/x/acts', { act: 'say', text: 'HOLE' }, 'text'],
] as const;

describe('a body that nests deeper than anybody means', () => {
  it.each(doors)('is refused with 422, field and cure at %s %s', async (method, path, body, field) => {
    const service = await openService({ flow: greetingFlow() });
    for (const levels of [DEEPEST, 2000, 500_000]) {
      const response = await fetch(`${service.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...ifMatch },
        body: JSON.stringify(body).replace(hole, nested(levels)),
      });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        error: { code: 'too_deep', message: expect.stringMatching(new RegExp(`^${field}.*flatter`)) },
      });
    }
    expect(service.logged.filter((line) => line.includes('a request failed'))).toEqual([]);
  });

  it('is taken while it nests no deeper than that', async () => {
    const service = await openService({ flow: greetingFlow() });
    await service.deliver(arrival());
    const data = JSON.parse(nested(DEEPEST - 2));
    expect(
      await service.api('POST', '/api/calls/v3%3Acaller/signal', { name: 'go', data: { data } }),
    ).toMatchObject({
      status: 202,
    });
  });

  it.each([DEEPEST, 2000, 500_000])('is refused when the carrier sends it: %i levels', async (levels) => {
    const service = await openService({ flow: greetingFlow() });
    const body = JSON.stringify(arrival({ deep: 'HOLE' })).replace(hole, nested(levels));
    const response = await service.deliver(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: { code: 'too_deep', message: expect.stringContaining('data.payload.deep') },
    });
    expect(service.rows('calls')).toBe(0);
  });
});

describe('a folder of flows', () => {
  it('is refused when a flow nests too deep: the line names file, field and cure', () => {
    const folder = flowsFolder([greetingFlow()]);
    expect(() => readFlowFolder(withText(folder, 'greeting.flow.json', JSON.stringify(flow)))).toThrow(
      /greeting\.flow\.json: field variables.*flatter/,
    );
  });

  it('is refused when gatherline.json nests too deep', () => {
    const folder = flowsFolder([greetingFlow()]);
    const text = JSON.stringify({ default_flow: 'greeting', resources: { desk: 'HOLE' } });
    expect(() => readFlowFolder(withText(folder, 'gatherline.json', text))).toThrow(
      /gatherline\.json: field resources\.desk.*flatter/,
    );
  });
});

/** The folder with another text, filled in, under that name. */
function withText(folder: string, name: string, text: string): string {
  writeFileSync(join(folder, name), text.replace(hole, nested(2000)));
  return folder;
}

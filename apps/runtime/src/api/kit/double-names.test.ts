import { describe, expect, it } from 'vitest';
import { greetingFlow } from '../../testing/flows.ts';
import { openService } from '../../testing/service.ts';

const text = JSON.stringify({ flow: greetingFlow() });
const twice = text.replace('"hello":{', '"hello":{"type":"hangup"},"hello":{');

describe('a body in which a name stands twice', () => {
  it.each([
    ['POST', '/api/flows'],
    ['PUT', '/api/flows/greeting'],
  ])('is refused at %s %s, with field and cure', async (method, path) => {
    const service = await openService({ flow: greetingFlow() });
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      body: twice,
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: {
        code: 'double_name',
        message: 'flow.nodes.hello: The name "hello" stands here a second time. Keep one of the two.',
      },
    });
  });
});

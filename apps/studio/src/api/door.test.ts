import { type Flow, FORMAT } from '@gatherline/flow';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { createCopy } from './create-flow.ts';
import { getFlow } from './get-flow.ts';
import { saveFlow } from './save-flow.ts';

const flow: Flow = {
  format: FORMAT,
  id: 'clinic',
  name: 'Clinic',
  settings: {},
  resources: {},
  inputs: {},
  outputs: {},
  variables: {},
  nodes: {},
  layout: {},
};

interface Asked {
  readonly path: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Plays the service: answers each request with the next of `answers`. */
function service(...answers: readonly (Response | Error)[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ path, method: init.method, headers: new Headers(init.headers), body });
    const answer = left.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('Nothing more to answer.');
    return answer;
  });
  return asked;
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string, more: object = {}) =>
  json(status, { error: { code, message: `No: ${code}.`, ...more } });

afterEach(() => vi.unstubAllGlobals());

describe('saving a draft', () => {
  it('sends the flow with the revision it was based on', async () => {
    const asked = service(json(200, { revision: 8 }));
    expect(await saveFlow(flow, 7)).toEqual({ kind: 'saved', revision: 8 });
    expect(asked[0]).toMatchObject({ path: '/api/flows/clinic', method: 'PUT', body: { flow } });
    expect(asked[0]?.headers.get('if-match')).toBe('"7"');
  });

  it('hands over what the service holds when someone else saved first', async () => {
    const current = { flow: { ...flow, name: 'Theirs' }, revision: 9, updated_at: '2026-01-01T00:00:00Z' };
    service(json(412, { error: { code: 'revision_conflict', message: 'Changed.' }, current }));
    expect(await saveFlow(flow, 7)).toMatchObject({
      kind: 'conflict',
      revision: 9,
      flow: { name: 'Theirs' },
    });
  });

  it.each([
    ['the network is down', new TypeError('Failed to fetch'), { kind: 'unreachable' }],
    ['the service is overloaded', refusal(503, 'store_unavailable'), { kind: 'unreachable' }],
    [
      'something in between answers',
      new Response('<html>Bad gateway</html>', { status: 502 }),
      { kind: 'unreachable' },
    ],
    ['the flow is refused', refusal(422, 'not_a_flow'), { kind: 'refused', message: 'No: not_a_flow.' }],
    [
      'the answer is not readable',
      json(200, { revision: 'eight' }),
      { kind: 'refused', message: expect.stringContaining("can't read") },
    ],
  ])('never rejects: %s', async (_name, answer, outcome) => {
    service(answer);
    expect(await saveFlow(flow, 7)).toEqual(outcome);
  });
});

describe('the door to the service', () => {
  it('gives code, message and problems of a refusal', async () => {
    const problem = { rule: 'flow-structure', severity: 'error', message: 'm', cure: 'c', path: ['id'] };
    service(refusal(422, 'not_a_flow', { problems: [problem] }));
    const refused = await getFlow('clinic').catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({
      status: 422,
      code: 'not_a_flow',
      message: 'No: not_a_flow.',
      problems: [problem],
    });
  });

  it('refuses a flow that does not read, and says what is wrong with it', async () => {
    service(
      json(200, {
        flow: { ...flow, id: 'Not an id' },
        revision: 1,
        published_version: null,
        published_at: null,
        read_only: false,
      }),
    );
    await expect(getFlow('clinic')).rejects.toThrow(/small letters/);
  });
});

describe('a copy', () => {
  it('takes the first id that is free', async () => {
    const asked = service(
      refusal(409, 'id_taken'),
      json(201, { flow: { ...flow, id: 'clinic_copy_2' }, revision: 1 }),
    );
    await createCopy(flow);
    expect(asked.map(({ body }) => body)).toMatchObject([
      { flow: { id: 'clinic_copy', name: 'Clinic (copy)' } },
      { flow: { id: 'clinic_copy_2', name: 'Clinic (copy 2)' } },
    ]);
  });

  it('gives up on any other refusal', async () => {
    service(refusal(503, 'store_unavailable'));
    await expect(createCopy(flow)).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});

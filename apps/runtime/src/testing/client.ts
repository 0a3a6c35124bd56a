import type { Flow } from '@gatherline/flow';
import { request } from 'undici';
import { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Speaks to the API as the studio does. */
export interface Client {
  api(
    method: Method,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Creates and publishes a flow. */
  publish(flow: Flow): Promise<void>;
  /** Publishes a new version of a flow that is there. */
  renew(flow: Flow): Promise<void>;
  /** Publishes a flow, be it there or not. */
  provide(flow: Flow): Promise<void>;
  /** Creates and publishes a flow and lets it answer every call. */
  answerWith(flow: Flow): Promise<void>;
  readonly call: (id: string) => Promise<CallAnswer>;
}

const callAnswer = z.object({
  call: z.looseObject({ state: z.string(), node: z.string().nullable(), visit: z.number() }),
  flow: z.string(),
  version: z.number().nullable(),
  test: z.boolean(),
  trace: z.array(z.looseObject({ kind: z.string() })),
});

const savedAnswer = z.object({ revision: z.int() });

export type CallAnswer = z.infer<typeof callAnswer>;

export function createClient(url: string): Client {
  async function api(
    method: Method,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const answer = await request(`${url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    const { etag, 'content-type': type } = answer.headers;
    const parsed: unknown = type?.includes('application/json') === true ? JSON.parse(text) : text;
    return { status: answer.statusCode, etag: typeof etag === 'string' ? etag : null, body: parsed };
  }

  async function publish(flow: Flow): Promise<void> {
    await succeed(api('POST', '/api/flows', { flow }));
    await succeed(api('POST', `/api/flows/${flow.id}/publish`, { revision: 1 }));
  }

  async function renew(flow: Flow): Promise<void> {
    const path = `/api/flows/${flow.id}`;
    const { etag } = await succeed(api('GET', path));
    const saved = await succeed(api('PUT', path, { flow }, { 'if-match': etag ?? '' }));
    await succeed(api('POST', `${path}/publish`, savedAnswer.parse(saved.body)));
  }

  return {
    api,
    publish,
    renew,
    async provide(flow) {
      const { status } = await api('GET', `/api/flows/${flow.id}`);
      await (status === 404 ? publish(flow) : renew(flow));
    },
    async answerWith(flow) {
      await publish(flow);
      const { etag } = await succeed(api('GET', '/api/routes'));
      await succeed(
        api('PUT', '/api/routes', { routes: [], default_flow: flow.id }, { 'if-match': etag ?? '' }),
      );
    },
    async call(id) {
      return callAnswer.parse((await succeed(api('GET', `/api/calls/${encodeURIComponent(id)}`))).body);
    },
  };
}

async function succeed(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

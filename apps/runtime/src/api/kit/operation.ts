import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import { RequestError } from '../../request-error.ts';
import { allowOnly } from './guard.ts';

/** What an operation is given: everything parsed by its own schemas. `revision` is what If-Match says. */
export interface Input<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly revision: number;
}

/** Sent as JSON; `revision` becomes the ETag. */
export interface Reply {
  readonly status: number;
  readonly body?: object | undefined;
  readonly revision?: number;
}

interface Outline {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As Express writes it, such as `/flows/:id`; below `/api`. */
  readonly path: string;
  readonly summary: string;
  /** The schema of each answer that is not an error; null: no body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The answers that say no, for the description. */
  readonly errors?: readonly number[];
}

/** What the OpenAPI document needs to know of an operation. */
export interface DescribedOperation extends Outline {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | null;
  readonly isRevisioned: boolean;
  /** Answers with server-sent events, or a file. */
  readonly contentType?: string;
}

export interface Operation extends DescribedOperation {
  readonly answer: RequestHandler;
}

const nothing = z.object({});

interface Definition<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>
  extends Outline {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Needs `If-Match: "<revision>"`. */
  readonly isRevisioned?: boolean;
  readonly handle: (input: Input<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Reply>;
}

/** An operation of the API: the schemas that parse it also describe it. */
export function defineOperation<
  Params extends z.ZodObject = typeof nothing,
  Query extends z.ZodObject = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(definition: Definition<Params, Query, Body>): Operation {
  const { params, query, body, isRevisioned = false, handle, ...outline } = definition;
  return {
    ...outline,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    isRevisioned,
    async answer(request, response) {
      const reply = await handle({
        params: parse(params, request.params, 'path'),
        query: parse(query, request.query, 'query'),
        body: parse(body, request.body, 'body'),
        revision: isRevisioned ? readRevision(request.headers['if-match']) : 0,
      });
      send(response, reply);
    },
  };
}

/** An operation that writes its own answer, such as a stream. */
export function defineRawOperation<Params extends z.ZodObject>(
  outline: Outline & { readonly params: Params; readonly contentType: string },
  handle: (params: z.output<Params>, request: Request, response: Response) => Promise<void>,
): Operation {
  return {
    ...outline,
    query: nothing,
    body: null,
    isRevisioned: false,
    answer: (request, response) => handle(parse(outline.params, request.params, 'path'), request, response),
  };
}

/** Puts operations on a router. */
export function mount(router: Router, operations: readonly Operation[]): void {
  const methods = new Map<string, readonly string[]>();
  for (const { method, path, answer } of operations) {
    router[method](path, answer);
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  }
  for (const [path, known] of methods) router.all(path, allowOnly(known));
}

function parse<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  place: string,
): z.output<Schema>;
function parse(schema: z.ZodType | undefined, value: unknown, place: string): unknown {
  if (schema === undefined) return {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') || place;
  throw new RequestError(400, 'malformed_request', `${field}: ${issue?.message ?? 'can not be read'}`);
}

/** The revision that `If-Match` names; proxies that compress make the tag a weak one. */
function readRevision(header: string | undefined): number {
  if (header === undefined) {
    throw new RequestError(
      428,
      'revision_required',
      'Send If-Match with the ETag of what you opened, so that nobody else’s work is lost.',
    );
  }
  const revision = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (revision === undefined) {
    throw new RequestError(400, 'malformed_request', 'If-Match: is an ETag of this service, such as "3".');
  }
  return Number(revision);
}

function send(response: Response, { status, body, revision }: Reply): void {
  response.status(status);
  if (revision !== undefined) response.set('ETag', `"${revision}"`);
  if (body === undefined) response.end();
  else response.json(body);
}

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { shownCall, traceEntrySchema } from '@gatherline/engine';
import { idSchema } from '@gatherline/flow';
import { z } from 'zod';
import type { DialOut } from '../calls/dial/dial-out.ts';
import type { RaiseSignal } from '../calls/signals/raise-signal.ts';
import { traceBatches } from '../calls/trace-batches.ts';
import type { FlowLibrary } from '../flows/library.ts';
import { RequestError } from '../request-error.ts';
import type { CallStore, CarrierName, StoredCall } from '../store/ports/call-store.ts';
import { callSource } from '../live/call-stream.ts';
import type { EventStreams } from '../live/event-stream.ts';
import { defineOperation, defineRawOperation, type Operation } from './kit/operation.ts';
import { callParams, callState, callSummary, flowId, jsonObject } from './kit/schemas.ts';

export interface CallOperationParts {
  readonly calls: CallStore;
  readonly library: FlowLibrary;
  readonly dialOut: DialOut;
  readonly raiseSignal: RaiseSignal;
  readonly streams: EventStreams;
  /** The carrier that places calls. */
  readonly carrier: CarrierName;
}

const listQuery = z.object({
  flow: flowId.optional(),
  state: callState.optional().meta({ description: 'Only calls in this state.' }),
  test: z
    .stringbool()
    .optional()
    .meta({ description: 'Only calls of the phone in the studio, or only others.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Calls on one page.' }),
  before: z.coerce.number().int().positive().optional().meta({
    description: 'What the page before said as next.',
  }),
});

const number = z.string().min(1).max(200);

const dialBody = z.strictObject({
  flow: flowId,
  to: number.meta({ description: 'Whom to call: a number in E.164, or a SIP address.' }),
  from: number.meta({ description: 'The number that they see; one of yours.' }),
  connection_id: z.string().min(1).optional().meta({
    description: 'The Call Control application to dial with; left out, the one that a route names.',
  }),
  variables: jsonObject.default({}).meta({
    description:
      'Values for this call. They win over the variables of the flow and over the defaults of its inputs.',
  }),
});

const openCall = z.object({
  call: z.looseObject({ id: z.string(), state: callState, node: z.string().nullable() }),
  flow: z.string(),
  version: z.int().nullable(),
  test: z.boolean(),
  trace: z.array(traceEntrySchema),
});

export function callOperations(parts: CallOperationParts): readonly Operation[] {
  const { calls, library, dialOut } = parts;
  return [
    defineOperation({
      method: 'get',
      path: '/calls',
      summary: 'Calls, newest first; next is the before of the following page.',
      query: listQuery,
      answers: { 200: z.object({ calls: z.array(callSummary), next: z.int().nullable() }) },
      handle: async ({ query }) => ({ status: 200, body: await calls.list(query) }),
    }),
    defineOperation({
      method: 'post',
      path: '/calls',
      summary: 'Dials a number and leads whoever answers through the published flow.',
      body: dialBody,
      answers: { 201: z.object({ call_control_id: z.string() }) },
      errors: [404, 409, 422, 502, 503],
      async handle({ body: { flow, to, from, connection_id, variables } }) {
        const flowVersion = await library.resolveVersion(flow, 'newest');
        const connectionId = connection_id ?? (await connectionOf(library, flow));
        const id = await dialOut.place({
          carrier: parts.carrier,
          from,
          to,
          connectionId,
          variables,
          flowVersion,
        });
        return { status: 201, body: { call_control_id: id } };
      },
    }),
    ...oneCallOperations(parts),
  ];
}

const signalBody = z.strictObject({
  name: idSchema.meta({ description: 'The name that a step of the flow listens for.' }),
  data: jsonObject.default({}).meta({ description: 'What comes along; later steps read it as event.data.' }),
  id: z.string().min(1).max(100).optional().meta({
    description: 'The same for a signal that is sent again, which then counts once.',
  }),
});

const raised = z.object({
  heard: z.boolean().meta({ description: 'A step of the flow listens for it.' }),
});

function oneCallOperations({ calls, streams, raiseSignal }: CallOperationParts): readonly Operation[] {
  return [
    defineOperation({
      method: 'post',
      path: '/calls/:id/signal',
      summary: 'Raises a signal for a call, on which its flow may go on; 409 when the call is over.',
      params: callParams,
      body: signalBody,
      answers: { 202: raised },
      errors: [404, 409, 422],
      async handle({ params, body: { name, data, id = randomUUID() } }) {
        const { isHeard } = await raiseSignal(params.id, { id, name, data });
        return { status: 202, body: { heard: isHeard } };
      },
    }),
    defineRawOperation(
      {
        method: 'get',
        path: '/calls/:id',
        summary: 'A call as it stands, with its whole trace.',
        params: callParams,
        answers: { 200: openCall },
        errors: [404],
        contentType: 'application/json',
      },
      async ({ id }, _request, response) => {
        const { call, document, flow, version, isTest } = await find(calls, id);
        const head = { call: shownCall(document, call), flow, version, test: isTest };
        response.type('json');
        // A trace may be larger than what should be in memory for each who looks at it.
        await pipeline(Readable.from(wholeCall(head, traceBatches(calls, id))), response);
      },
    ),
    defineRawOperation(
      {
        method: 'get',
        path: '/calls/:id/stream',
        summary:
          'The trace from its beginning (or after Last-Event-ID) and live: events trace, call and end.',
        params: callParams,
        answers: { 200: z.string() },
        errors: [404],
        contentType: 'text/event-stream',
      },
      async ({ id }, request, response) => {
        await find(calls, id);
        const lastSeq = z.coerce
          .number()
          .int()
          .min(0)
          .catch(0)
          .parse(request.get('last-event-id') ?? 0);
        await streams.stream(response, callSource(calls, id, lastSeq));
      },
    ),
  ];
}

/** The answer in pieces: the call, and its trace batch by batch. */
async function* wholeCall(head: object, batches: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"trace":[`;
  let isFirst = true;
  for await (const batch of batches) {
    for (const entry of batch) {
      yield `${isFirst ? '' : ','}${JSON.stringify(entry)}`;
      isFirst = false;
    }
  }
  yield ']}';
}

async function find(calls: CallStore, id: string): Promise<StoredCall> {
  const stored = await calls.read(id);
  if (stored === null)
    throw new RequestError(404, 'no_such_call', 'There is no call with this call_control_id.');
  return stored;
}

/** Without a word about it, a call goes out over the connection whose calls this flow answers, or the only one there is. */
async function connectionOf(library: FlowLibrary, flow: string): Promise<string> {
  const connections = (await library.readRouting()).routes.filter(({ by }) => by === 'connection_id');
  const own =
    connections.find((route) => route.flow === flow) ??
    (connections.length === 1 ? connections[0] : undefined);
  if (own !== undefined) return own.value;
  throw new RequestError(
    422,
    'connection_needed',
    'Send connection_id, the Call Control application to dial with, or add a route for it.',
  );
}

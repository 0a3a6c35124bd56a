import { writeFlow } from '@gatherline/flow';
import { z } from 'zod';
import type { FlowLibrary } from '../flows/library.ts';
import type { FlowSummary } from '../store/ports/flow-store.ts';
import { defineOperation, defineRawOperation, type Operation } from './kit/operation.ts';
import { flowDocument, flowParams, flowSummary, openFlow } from './kit/schemas.ts';

const flowBody = z.object({ flow: flowDocument });
const savedAnswer = z.object({ revision: z.int() });

/** Drafts: what people draw. */
export function flowOperations(library: FlowLibrary): readonly Operation[] {
  return [
    defineOperation({
      method: 'get',
      path: '/flows',
      summary: 'All flows.',
      answers: { 200: z.object({ flows: z.array(flowSummary) }) },
      async handle() {
        const flows = await library.list();
        return { status: 200, body: { flows: flows.map((flow) => toSummary(flow, library.isReadOnly)) } };
      },
    }),
    defineOperation({
      method: 'post',
      path: '/flows',
      summary: 'Begins a flow, or brings one in from a file.',
      body: flowBody,
      answers: { 201: openFlow.pick({ flow: true, revision: true }) },
      errors: [409, 422],
      async handle({ body }) {
        const created = await library.create(body.flow);
        return { status: 201, body: created, revision: created.revision };
      },
    }),
    ...readOperations(library),
    ...changeOperations(library),
  ];
}

function readOperations(library: FlowLibrary): readonly Operation[] {
  return [
    defineOperation({
      method: 'get',
      path: '/flows/:id',
      summary: 'The draft of a flow; its ETag is what If-Match wants to see.',
      params: flowParams,
      answers: { 200: openFlow },
      errors: [404],
      async handle({ params }) {
        const { flow, revision, publishedVersion, publishedAt } = await library.read(params.id);
        const published = { published_version: publishedVersion, published_at: publishedAt };
        return {
          status: 200,
          revision,
          body: { flow, revision, ...published, read_only: library.isReadOnly },
        };
      },
    }),
    defineRawOperation(
      {
        method: 'get',
        path: '/flows/:id/file',
        summary: 'The draft as the file that lives in git.',
        params: flowParams,
        answers: { 200: z.string() },
        errors: [404],
        contentType: 'application/json',
      },
      async ({ id }, _request, response) => {
        const { flow } = await library.read(id);
        response.attachment(`${id}.flow.json`).type('application/json').send(writeFlow(flow));
      },
    ),
  ];
}

function changeOperations(library: FlowLibrary): readonly Operation[] {
  return [
    defineOperation({
      method: 'put',
      path: '/flows/:id',
      summary: 'Saves the draft on the revision it comes from; 412 holds what stands there now.',
      params: flowParams,
      body: flowBody,
      isRevisioned: true,
      answers: { 200: savedAnswer },
      errors: [404, 409, 412, 422, 428],
      async handle({ params, body, revision: base }) {
        const saved = await library.save(params.id, body.flow, base);
        return { status: 200, body: { revision: saved.revision }, revision: saved.revision };
      },
    }),
    defineOperation({
      method: 'delete',
      path: '/flows/:id',
      summary: 'Removes a flow that callers reach neither by a route nor through another flow.',
      params: flowParams,
      isRevisioned: true,
      answers: { 204: null },
      errors: [404, 409, 412, 428],
      async handle({ params, revision: base }) {
        await library.remove(params.id, base);
        return { status: 204 };
      },
    }),
  ];
}

function toSummary(flow: FlowSummary, isReadOnly: boolean): z.output<typeof flowSummary> {
  return {
    id: flow.id,
    name: flow.name,
    revision: flow.revision,
    updated_at: flow.updatedAt,
    published_version: flow.publishedVersion,
    published_at: flow.publishedAt,
    has_unpublished_changes: flow.publishedRevision !== flow.revision,
    read_only: isReadOnly,
  };
}

import { z } from 'zod';
import type { FlowLibrary } from '../flows/library.ts';
import { fromRouting, routingSchema, toRouting } from '../flows/routes-schema.ts';
import { defineOperation, type Operation } from './kit/operation.ts';
import { flowDocument, flowParams, versionSummary } from './kit/schemas.ts';

const version = versionSummary.pick({ version: true, published_at: true });

const versionNumber = z.coerce.number().int().positive().meta({ description: 'The number of a version.' });
const publishBody = z.object({ revision: z.int().meta({ description: 'The revision that was looked at.' }) });

/** Versions: what callers hear. Routes: which of them they reach. */
export function publishingOperations(library: FlowLibrary): readonly Operation[] {
  return [
    defineOperation({
      method: 'post',
      path: '/flows/:id/publish',
      summary: 'Makes the draft, as it stood at this revision, the version that answers new calls.',
      params: flowParams,
      body: publishBody,
      answers: { 201: version },
      errors: [404, 409, 412, 422],
      async handle({ params, body }) {
        const published = await library.publish(params.id, body.revision);
        return { status: 201, body: { version: published.version, published_at: published.publishedAt } };
      },
    }),
    defineOperation({
      method: 'get',
      path: '/flows/:id/versions',
      summary: 'The published versions, newest first.',
      params: flowParams,
      answers: { 200: z.object({ versions: z.array(versionSummary) }) },
      errors: [404],
      async handle({ params }) {
        const versions = await library.versions(params.id);
        const body = versions.map(({ publishedAt, ...rest }) => ({ ...rest, published_at: publishedAt }));
        return { status: 200, body: { versions: body } };
      },
    }),
    defineOperation({
      method: 'get',
      path: '/flows/:id/versions/:version',
      summary: 'One published version.',
      params: flowParams.extend({ version: versionNumber }),
      answers: { 200: version.extend({ flow: flowDocument }) },
      errors: [404],
      async handle({ params }) {
        const { publishedAt, ...rest } = await library.readVersion(params.id, params.version);
        return { status: 200, body: { ...rest, published_at: publishedAt } };
      },
    }),
    ...routeOperations(library),
  ];
}

function routeOperations(library: FlowLibrary): readonly Operation[] {
  return [
    defineOperation({
      method: 'get',
      path: '/routes',
      summary: 'Which flow answers which number or connection.',
      answers: { 200: routingSchema },
      async handle() {
        const routing = await library.readRouting();
        return { status: 200, body: fromRouting(routing), revision: routing.revision };
      },
    }),
    defineOperation({
      method: 'put',
      path: '/routes',
      summary: 'Leads numbers and connections to flows.',
      body: routingSchema,
      isRevisioned: true,
      answers: { 200: routingSchema },
      errors: [409, 412, 422, 428],
      async handle({ body, revision: base }) {
        const { revision } = await library.saveRouting(toRouting(body), base);
        return { status: 200, body, revision };
      },
    }),
  ];
}

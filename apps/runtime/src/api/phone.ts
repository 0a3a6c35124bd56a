import { z } from 'zod';
import type { FlowLibrary } from '../flows/library.ts';
import type { Phone } from '../phone/phone.ts';
import type { EventStreams } from '../live/event-stream.ts';
import { defineOperation, defineRawOperation, type Operation } from './kit/operation.ts';
import { callParams, flowId } from './kit/schemas.ts';

export interface PhoneOperationParts {
  readonly phone: Phone;
  readonly library: FlowLibrary;
  readonly streams: EventStreams;
}

const ringBody = z.strictObject({
  flow: flowId,
  version: z
    .union([z.int().positive(), z.literal('draft')])
    .default('draft')
    .meta({ description: 'A published version, or the draft as it was saved last.' }),
  from: z.string().min(1).max(200).optional().meta({ description: 'The number of the caller.' }),
});

const actBody = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('press'),
    digits: z
      .string()
      .regex(/^[0-9*#]{1,128}$/, 'Press the keys 0 to 9, * and #.')
      .meta({ description: 'The keys, one after the other.' }),
  }),
  z.strictObject({
    act: z.literal('say'),
    text: z.string().min(1).max(3000).meta({ description: 'The words.' }),
  }),
  z.strictObject({ act: z.literal('hang_up') }),
]);

/** The studio's phone: a caller on the emulator, also when the service is on the real carrier. */
export function phoneOperations({ phone, library, streams }: PhoneOperationParts): readonly Operation[] {
  return [
    defineOperation({
      method: 'post',
      path: '/phone/calls',
      summary: 'Rings a flow, as it was saved last or in one version, with a caller of the emulator.',
      body: ringBody,
      answers: { 201: z.object({ call_control_id: z.string() }) },
      errors: [404, 429],
      async handle({ body: { flow, version, from } }) {
        const flowVersion = await library.resolveVersion(flow, version);
        const id = await phone.ring({ flowVersion, from, to: await numberOf(library, flow) });
        return { status: 201, body: { call_control_id: id } };
      },
    }),
    defineOperation({
      method: 'post',
      path: '/phone/calls/:id/acts',
      summary: 'What the caller does: presses keys, says something, hangs up.',
      params: callParams,
      body: actBody,
      answers: { 204: null },
      errors: [404, 409],
      async handle({ params, body }) {
        await phone.act(params.id, body);
        return { status: 204 };
      },
    }),
    defineRawOperation(
      {
        method: 'get',
        path: '/phone/calls/:id/heard',
        summary: 'What the caller hears, from the beginning (or after Last-Event-ID) and live.',
        params: callParams,
        answers: { 200: z.string() },
        errors: [404],
        contentType: 'text/event-stream',
      },
      async ({ id }, request, response) => {
        const lastSeq = z.coerce
          .number()
          .int()
          .min(0)
          .catch(0)
          .parse(request.get('last-event-id') ?? 0);
        await streams.stream(response, phone.heard(id, lastSeq));
      },
    ),
  ];
}

const numberWithoutRoute = '+13125550100';

/** What the caller dials: the number that leads to this flow, where there is one. */
async function numberOf(library: FlowLibrary, flow: string): Promise<string> {
  const { routes } = await library.readRouting();
  return routes.find((route) => route.by === 'number' && route.flow === flow)?.value ?? numberWithoutRoute;
}

import { idSchema } from '@gatherline/flow';
import { z } from 'zod';
import type { Route, Routing } from '../store/ports/flow-store.ts';
import { lineKey } from '../store/same-line.ts';

const connectionId = z
  .string()
  .min(1, 'Name the connection, such as 1494404757140276705.')
  .meta({ description: 'The Call Control application through which the call comes.' });
const number = z
  .string()
  .regex(
    /^(\+?\d(?:[ ().-]*\d){6,14}|(sips?:)?[^@\s]+@[^@\s]+)$/i,
    'Write the number as it is dialled from abroad, such as +1 312-555-0100, or a SIP address.',
  )
  .meta({ description: 'The number that was called, however the carrier writes it.' });
const answering = idSchema.meta({ description: 'The flow that answers.' });

const routeSchema = z.union(
  [
    z.strictObject({ number, flow: answering }),
    z.strictObject({ connection_id: connectionId, flow: answering }),
  ],
  { error: 'A route is { "number": …, "flow": … } or { "connection_id": …, "flow": … }.' },
);

/** Which flow answers: as in gatherline.json, and in the API. */
export const routingSchema = z.strictObject({
  routes: z
    .array(routeSchema)
    .default([])
    .superRefine((routes, context) => {
      const seen = new Set<string>();
      for (const [index, route] of routes.entries()) {
        const key = 'number' in route ? lineKey(route.number) : `connection ${route.connection_id}`;
        if (seen.has(key))
          context.addIssue({
            code: 'custom',
            path: [index],
            message: `There are two routes for ${'number' in route ? route.number : key}.`,
          });
        seen.add(key);
      }
    })
    .meta({ description: 'A number goes before a connection.' }),
  default_flow: idSchema.nullable().default(null).meta({
    description: 'The flow that answers where no route leads; null: such calls are rejected.',
  }),
});

type RoutingDocument = z.infer<typeof routingSchema>;

export function toRouting({ routes, default_flow: defaultFlow }: RoutingDocument): Omit<Routing, 'revision'> {
  return { routes: routes.map(toRoute), defaultFlow };
}

export function fromRouting({ routes, defaultFlow }: Omit<Routing, 'revision'>): RoutingDocument {
  return { routes: routes.map(fromRoute), default_flow: defaultFlow };
}

function toRoute(route: RoutingDocument['routes'][number]): Route {
  return 'number' in route
    ? { by: 'number', value: route.number, flow: route.flow }
    : { by: 'connection_id', value: route.connection_id, flow: route.flow };
}

function fromRoute({ by, value, flow }: Route): RoutingDocument['routes'][number] {
  return by === 'number' ? { number: value, flow } : { connection_id: value, flow };
}

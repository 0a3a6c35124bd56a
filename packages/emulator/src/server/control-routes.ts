import { Router } from 'express';
import { z } from 'zod';
import { knownLeg } from '../model/ended-legs.ts';
import { refusedWith } from '../model/errors.ts';
import { answerWith } from './answers.ts';
import type { Exchange } from './exchange.ts';
import { streamHeard } from './heard-stream.ts';
import { scriptChange } from './script-schema.ts';

const json = z.json();

const dialIn = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  connection_id: z.string().min(1).optional(),
  client_state: z.base64().optional(),
});

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('press'), digits: z.string().regex(/^[0-9A-D*#]+$/i) }),
  z.strictObject({ kind: z.literal('say'), text: z.string(), fills: z.record(z.string(), json).optional() }),
  z.strictObject({ kind: z.enum(['hang_up', 'answer', 'decline']) }),
]);

/** The people's side, for other processes: call in, act, hear, and change the script. */
export function controlRoutes(exchange: Exchange, publicKey: string): Router {
  const routes = Router();

  routes.post('/calls', ({ body }, response) => {
    const { from, to, connection_id: connectionId, client_state: clientState } = dialIn.parse(body);
    const { ids } = exchange.apply({ kind: 'dial_in', from, to, connectionId, clientState });
    response.status(201).json({ call_control_id: ids?.callControlId });
  });

  routes.post('/calls/:callControlId/acts', ({ params, body }, response) => {
    const { callControlId } = params;
    const one = act.parse(body);
    if (!isKnown(exchange, callControlId)) return answerWith(response, unknownCall);
    exchange.apply({ kind: 'caller', callControlId, act: one });
    response.status(204).end();
  });

  routes.get('/calls/:callControlId/heard', ({ params }, response) => {
    if (!isKnown(exchange, params.callControlId)) return answerWith(response, unknownCall);
    streamHeard(exchange, params.callControlId, response);
  });

  routes.get('/commands', (_request, response) => {
    response.json({ data: exchange.commands() });
  });

  routes.get('/texts', (_request, response) => {
    response.json({ data: exchange.texts() });
  });

  routes.get('/public-key', (_request, response) => {
    response.json({ public_key: publicKey });
  });

  routes.put('/script', ({ body }, response) => {
    exchange.apply({ kind: 'script', change: scriptChange.parse(body) });
    response.status(204).end();
  });

  return routes;
}

const unknownCall = refusedWith(404, '90015', 'The call_control_id is unknown.');

function isKnown(exchange: Exchange, callControlId: string): boolean {
  return knownLeg(exchange.state(), callControlId) !== undefined;
}

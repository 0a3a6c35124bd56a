import { type RequestHandler, Router } from 'express';
import { actionNamed } from '../model/actions/index.ts';
import { unknownAction } from '../model/commands.ts';
import { type Reply, refusedWith } from '../model/errors.ts';
import { isJsonObject } from '../model/json.ts';
import { answerWith } from './answers.ts';
import type { Exchange } from './exchange.ts';

/** The carrier's own HTTP API, as far as calls go: POST and GET /calls, the actions, GET /queues, and POST /messages. */
export function carrierRoutes(exchange: Exchange): Router {
  const routes = Router();

  routes.post('/calls', ({ body }, response) => {
    answerWith(response, command(exchange, { action: 'dial', callControlId: null, body }));
  });

  routes.post('/messages', ({ body }, response) => {
    answerWith(response, command(exchange, { action: 'send_message', callControlId: null, body }));
  });

  routes.get('/calls/:callControlId', ({ params }, response) => {
    answerWith(response, exchange.status(params.callControlId));
  });

  routes.get('/queues/:queue_name', ({ params }, response) => {
    answerWith(response, command(exchange, { action: 'retrieve_queue', callControlId: null, body: params }));
  });

  routes.get('/queues/:queue_name/calls/:callControlId', ({ params }, response) => {
    const { callControlId, ...body } = params;
    answerWith(response, command(exchange, { action: 'retrieve_queue_call', callControlId, body }));
  });

  routes.all('/calls/:callControlId/actions/:action', allowedMethod, ({ params, body }, response) => {
    const { action, callControlId } = params;
    answerWith(response, command(exchange, { action, callControlId, body }));
  });

  return routes;
}

const allowedMethod: RequestHandler<{ callControlId: string; action: string }> = (
  request,
  response,
  next,
) => {
  const action = actionNamed(request.params.action);
  if (action === undefined) answerWith(response, unknownAction(request.params.action));
  else if (request.method !== action.method) {
    answerWith(response, refusedWith(405, '10030', `This action takes ${action.method}.`));
  } else next();
};

type Asked = { action: string; callControlId: string | null; body: unknown };

function command(exchange: Exchange, { action, callControlId, body = {} }: Asked): Reply {
  if (!isJsonObject(body)) return refusedWith(400, '10015', 'The body must be a JSON object.');
  const { reply } = exchange.apply({ kind: 'command', action, callControlId, body });
  if (reply === null) throw new Error('The model left a command without an answer.');
  return reply;
}

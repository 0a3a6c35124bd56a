import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { ZodError, z } from 'zod';
import { refusedWith } from '../model/errors.ts';
import { answerWith, noSuchPath, refuseUnreadable, requireJson, requireKey } from './answers.ts';
import { carrierRoutes } from './carrier-routes.ts';
import { controlRoutes } from './control-routes.ts';
import type { Exchange } from './exchange.ts';
import type { ActivityMonitor } from './activity-monitor.ts';

type Dependencies = {
  exchange: Exchange;
  publicKey: string;
  apiKey: string | undefined;
  activity: ActivityMonitor;
};

/** The carrier's API under /v2 and the people's side under /emulator. It listens nowhere. */
export function createApp({ exchange, publicKey, apiKey, activity }: Dependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  const json = express.json({ limit: '1mb' });
  app.use('/v2', watchedBy(activity), requireKey(apiKey), json, requireJson, carrierRoutes(exchange));
  if (apiKey !== undefined) app.use('/emulator', requireKey(apiKey));
  app.use('/emulator', json, controlRoutes(exchange, publicKey));
  app.use(noSuchPath, refuseUnreadable, refuseMisshapen);
  return app;
}

function watchedBy(activity: ActivityMonitor): RequestHandler {
  return (_request, response, next) => {
    response.on('close', activity.begin());
    next();
  };
}

const refuseMisshapen: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof ZodError) answerWith(response, refusedWith(422, '10015', z.prettifyError(error)));
  else next(error);
};

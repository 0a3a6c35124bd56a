import { Router } from 'express';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/ports/store.ts';
import { allowOnly } from './kit/guard.ts';

export interface OperatorParts {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly mode: 'demo' | 'live';
  /** False once the service is on its way out: no new calls, please. */
  readonly isOpen: () => boolean;
}

/** What an operator and their machines look at. */
export function operatorRoutes({ store, metrics, mode, isOpen }: OperatorParts): Router {
  const routes = Router();

  routes.get('/healthz', (_request, response) => {
    response.json({ status: 'up' });
  });

  routes.get('/readyz', async (_request, response) => {
    const canWrite = await store.checkWritable().then(
      () => true,
      () => false,
    );
    const isReady = canWrite && isOpen();
    response
      .status(isReady ? 200 : 503)
      .json({ status: isReady ? 'ready' : 'not_ready', store: canWrite, carrier: mode });
  });

  routes.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });

  routes.all(['/healthz', '/readyz', '/metrics'], allowOnly(['GET']));
  return routes;
}

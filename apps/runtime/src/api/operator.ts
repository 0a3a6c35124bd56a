import { Router } from 'express';
import type { Metrics } from '../metrics.ts';
import { type Store, StoreUnavailableError } from '../store/ports/store.ts';
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
    const trouble = await troubleOf(store);
    const isReady = trouble === null && isOpen();
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'not_ready',
      store: trouble === null,
      carrier: mode,
      ...(trouble === null ? {} : { reason: trouble }),
    });
  });

  routes.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });

  routes.all(['/healthz', '/readyz', '/metrics'], allowOnly(['GET']));
  return routes;
}

/** What stands in the way of storing a call, in words; null when nothing does. */
async function troubleOf(store: Store): Promise<string | null> {
  try {
    await store.checkWritable();
    return null;
  } catch (error) {
    return error instanceof StoreUnavailableError ? error.message : 'The store can not be written.';
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { allowOnly } from './kit/guard.ts';

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gatherline</title>
<h1>The studio is not built yet</h1>
<p>Stop the service and start it with <code>npm start</code>, which builds the studio first.
The calls and the API of this service work without it.</p></html>`;

const page = 'index.html';

/** Serves the built studio: its assets for good (their names change with them), its page for every other address. */
export function serveStudio(folder: string): Router {
  const routes = Router();
  routes.use(allowOnly(['GET']));
  routes.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  routes.use(express.static(folder, { index: false, cacheControl: false }));
  routes.get('/{*path}', sendPage(folder));
  return routes;
}

function sendPage(folder: string): RequestHandler {
  return (request, response, next) => {
    if (!request.accepts('html')) return next();
    response.set('cache-control', 'no-cache');
    if (existsSync(join(folder, page))) response.sendFile(page, { root: folder });
    else response.status(503).type('html').send(notBuilt);
  };
}

import type { Response } from 'express';
import type { Heard } from '../model/heard.ts';
import type { Exchange } from './exchange.ts';

/** Everything a leg hears as server-sent events, from the beginning until the call is over. */
export function streamHeard(exchange: Exchange, callControlId: string, response: Response): void {
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    .flushHeaders();
  const send = (heard: Heard) => {
    response.write(`id: ${heard.seq}\nevent: heard\ndata: ${JSON.stringify(heard)}\n\n`);
    if (heard.kind === 'hung_up') response.end();
  };
  for (const heard of exchange.heardOn(callControlId)) send(heard);
  if (response.writableEnded) return;
  const stop = exchange.onHeard((heard) => {
    if (heard.callControlId === callControlId) send(heard);
  });
  response.on('close', stop);
}

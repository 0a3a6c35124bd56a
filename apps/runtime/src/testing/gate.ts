import { EventEmitter, once } from 'node:events';
import { openCarrierProxy } from './carrier-proxy.ts';
import type { TestCarrier } from './service.ts';

/** A carrier behind a gate. */
export interface Gate {
  readonly carrier: TestCarrier;
  /** Resolves when a command stands before the closed gate. */
  reached(): Promise<void>;
  /** Lets through what waits, and all that comes. */
  open(): void;
}

/** Stands before a carrier and keeps the commands of one action waiting; the others pass. */
export async function openGate(carrier: TestCarrier, action: string): Promise<Gate> {
  const events = new EventEmitter();
  const opened = once(events, 'opened');
  let waiting = 0;
  const behind = await openCarrierProxy(carrier, async (path, send) => {
    if (path.endsWith(`/actions/${action}`)) {
      waiting += 1;
      events.emit('reached');
      await opened;
    }
    return send();
  });
  return {
    carrier: behind,
    async reached() {
      if (waiting === 0) await once(events, 'reached');
    },
    open: () => void events.emit('opened'),
  };
}

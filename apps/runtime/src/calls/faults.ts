import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';

/** Where a fault of our own came to light. */
export type FaultPlace = 'transition' | 'command' | 'deadline' | 'webhook' | 'dial' | 'start';

interface FaultAbout {
  readonly call?: string | null;
  readonly [fact: string]: string | number | null | undefined;
}

/** Takes what should never have been thrown: it is logged with its stack and counted, and only its call pays for it. */
export type NoteFault = (place: FaultPlace, error: unknown, about: FaultAbout) => void;

export function createNoteFault({ log, metrics }: { log: Logger; metrics: Metrics }): NoteFault {
  return (place, error, about) => {
    metrics.faults.inc({ place });
    log.error({ ...about, place, fault: described(error) }, 'a fault of this service; its call pays for it');
  };
}

/** Messages quote values, and a value may be what a caller entered in confidence. */
function described(error: unknown): { type: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message: error.message.replaceAll(/\d/g, '•'), stack: frames.join('\n') };
}

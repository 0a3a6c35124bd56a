import { type Logger, pino } from 'pino';
import type { Environment } from './environment.ts';

/** One JSON line per event on stdout. What a caller says or presses is never given to it; keys are taken out in any case. */
export function createLog(level: Environment['logLevel']): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: [
      'authorization',
      '*.authorization',
      'headers.authorization',
      '*.headers.authorization',
      'err.cause.request',
    ],
  });
}

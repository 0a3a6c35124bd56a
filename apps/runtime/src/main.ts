import process from 'node:process';
import { readEnvironment } from './environment.ts';
import { FlowFolderError } from './flows/read-folder.ts';
import { createLog } from './log.ts';
import { SecretKeyError } from './resources/secret-key.ts';
import { type RunningService, startService } from './start.ts';
import { DataFolderError } from './store/sqlite/open.ts';

const reading = readEnvironment(process.env);
if (reading.ok) await run(reading.environment);
else giveUp(reading.lines, 2);

async function run(environment: Parameters<typeof startService>[0]): Promise<void> {
  const log = createLog(environment.logLevel);
  try {
    const service = await startService(environment, { log });
    // Before it is said that the service is there: whoever waits for that may send a signal at once.
    stopOnSignal(service);
    log.info(
      { url: service.url, mode: environment.telnyx === null ? 'demo' : 'live' },
      `Gatherline is on ${service.url}`,
    );
  } catch (error) {
    const lines = explain(error, environment);
    if (lines === null) throw error;
    giveUp(lines, 2);
  }

  function stopOnSignal(service: RunningService): void {
    const stop = (signal: NodeJS.Signals) => {
      log.info({ signal }, 'finishing what is in hand');
      void service.stop().then(() => process.exit(0));
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop);
  }
}

/** The sentences for an operator, when they can do something about it. */
function explain(error: unknown, { host, port }: { host: string; port: number }): readonly string[] | null {
  if (error instanceof FlowFolderError) return error.lines;
  if (error instanceof SecretKeyError) return [error.message];
  if (error instanceof DataFolderError) return [`DATA_DIR: ${error.message}`];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return [
      `PORT: ${port} on ${host} is taken by another program: stop that, or set PORT to another number.`,
    ];
  if (code === 'EACCES')
    return [`PORT: this user may not listen on ${port}: set PORT to a number above 1023.`];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return [`HOST: this machine has no address ${host}.`];
  return null;
}

function giveUp(lines: readonly string[], exitCode: number): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(exitCode);
}

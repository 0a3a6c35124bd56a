import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStream } from './read-stream.ts';
import type { TestService } from './service.ts';

/** Everything by which a service could tell of a call that is over, place by place. */
export async function toldOf(service: TestService, callId: string): Promise<Record<string, string>> {
  const path = `/api/calls/${encodeURIComponent(callId)}`;
  const stream = await readStream(`${service.url}${path}/stream`);
  const paths = [path, '/api/calls', '/api/resources', '/api/flows', '/metrics'];
  const answers = paths.map(async (one) => [one, JSON.stringify(await service.api('GET', one))] as const);
  return {
    log: service.logged.join(''),
    stream: JSON.stringify(await stream.toEnd()),
    ...Object.fromEntries(await Promise.all(answers)),
  };
}

/** The bytes of every file that the service keeps, as one character each. */
export function keptBy({ dataDir }: TestService): string {
  const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)));
  return Buffer.concat(files).toString('latin1');
}

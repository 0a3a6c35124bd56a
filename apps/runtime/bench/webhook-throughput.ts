import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchCarrier, commandsPerCall, openBenchCarrier } from './webhooks/carrier.ts';

const rounds = 5;
const callsPerRound = 500;
const atOnce = 32;

interface Contestant {
  readonly name: string;
  readonly url: string;
}

interface Result {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const flow = {
  format: 'gatherline/flow@1',
  id: 'greeting',
  name: 'Greeting',
  settings: { language: 'en-US', voice: 'Telnyx.KokoroTTS.af' },
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'ask' } },
    ask: {
      type: 'gather_using_speak',
      params: { payload: 'Press 1.', choices: [{ digits: '1', label: 'One' }] },
      exits: { '1': 'end', no_input: 'end', invalid: 'end' },
    },
    end: { type: 'hangup' },
  },
};

const children: ChildProcess[] = [];
const stopAll = () => {
  for (const child of children) child.kill('SIGKILL');
};
process.once('exit', stopAll);

const folder = mkdtempSync(join(tmpdir(), 'gatherline-bench-'));
const carrier = await openBenchCarrier();
const contestants = [await startGatherline(carrier), await startHandWritten(carrier)];
try {
  for (const { url } of contestants) await carrier.lead(url, callsPerRound, atOnce);
  const results = new Map<string, Result[]>(contestants.map(({ name }) => [name, []]));
  // By turns, so that what the machine does besides falls on both.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url } of contestants) results.get(name)?.push(await measure(url));
  }
  print(results);
} finally {
  stopAll();
  await carrier.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(url: string): Promise<Result> {
  const begin = performance.now();
  const tookMs = (await carrier.lead(url, callsPerRound, atOnce)).toSorted((a, b) => a - b);
  const seconds = (performance.now() - begin) / 1000;
  const at = (share: number) => tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0;
  return { perSecond: (callsPerRound * commandsPerCall) / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function print(results: ReadonlyMap<string, readonly Result[]>): void {
  const [ours, theirs] = [...results.values()].map(middle);
  if (ours === undefined || theirs === undefined) return;
  console.log(
    `\nWebhook to command, ${atOnce} calls at once, the middle of ${rounds} rounds of ${callsPerRound * commandsPerCall} webhooks`,
  );
  console.table({
    ...Object.fromEntries([...results].map(([name, all]) => [name, toRow(middle(all))])),
    'ratio (Gatherline to hand-written)': toRow({
      perSecond: ours.perSecond / theirs.perSecond,
      p50Ms: ours.p50Ms / theirs.p50Ms,
      p99Ms: ours.p99Ms / theirs.p99Ms,
    }),
  });
  console.log(
    'Gatherline has each event, its trace and its commands on the disk before it answers; the other keeps nothing.',
  );
}

/** The median of each figure. */
function middle(results: readonly Result[]): Result {
  const of = (key: keyof Result) =>
    results.map((result) => result[key]).toSorted((a, b) => a - b)[Math.floor(results.length / 2)] ?? 0;
  return { perSecond: of('perSecond'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms') };
}

function toRow({ perSecond, p50Ms, p99Ms }: Result) {
  const round = (value: number) => Number(value.toPrecision(3));
  return { 'commands/s': round(perSecond), 'p50 ms': round(p50Ms), 'p99 ms': round(p99Ms) };
}

function startGatherline({ url, publicKey }: BenchCarrier): Promise<Contestant> {
  writeFileSync(join(folder, 'greeting.flow.json'), JSON.stringify(flow));
  writeFileSync(join(folder, 'gatherline.json'), '{ "default_flow": "greeting" }');
  return start('Gatherline (durable)', '../src/main.ts', {
    PORT: '0',
    LOG_LEVEL: 'info',
    DATA_DIR: join(folder, 'data'),
    FLOWS_DIR: folder,
    TELNYX_API_KEY: 'KEY',
    TELNYX_PUBLIC_KEY: publicKey,
    TELNYX_API_BASE: `${url}/v2`,
  });
}

function startHandWritten({ url, publicKey }: BenchCarrier): Promise<Contestant> {
  return start('hand-written (in memory)', './hand-written-handler.ts', {
    NODE_ENV: 'production',
    CARRIER: url,
    PUBLIC_KEY: publicKey,
  });
}

function start(name: string, path: string, variables: Record<string, string>): Promise<Contestant> {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const env = { PATH: process.env.PATH ?? '', ...variables };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /"url":"([^"]+)"/.exec(chunk.toString())?.[1];
      if (url !== undefined) resolve({ name, url });
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}.`)));
  });
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { asking } from './moments/asking.ts';
import { connecting } from './moments/connecting.ts';
import { confirming, recording } from './moments/recording.ts';
import { talking } from './moments/talking.ts';
import { storedCalls } from './read.ts';
import { record } from './record.ts';

/** Writes the moments that no stored call shows yet, as this version stores them. What is there stays as it is. */
const known = new Set(storedCalls().map(({ name }) => name));
const folder = new URL(`./${packageJson.version}/`, import.meta.url);
if (!existsSync(folder)) mkdirSync(folder);
for (const moment of [...talking, ...asking, ...connecting, ...recording, ...confirming]) {
  if (known.has(moment.name)) continue;
  const file = new URL(`${moment.name}.json`, folder);
  writeFileSync(file, `${JSON.stringify(record(moment), null, 2)}\n`);
  console.log(fileURLToPath(file));
}

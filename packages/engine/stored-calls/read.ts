import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredCall } from './record.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Every stored call: `version` is that of the engine that wrote it. */
export function storedCalls(): readonly (StoredCall & { readonly name: string; readonly version: string })[] {
  return globSync('*/*.json', { cwd: here })
    .toSorted()
    .map((path) => {
      const stored: StoredCall = JSON.parse(readFileSync(`${here}/${path}`, 'utf8'));
      const [version = ''] = path.split(/[\\/]/);
      return { ...stored, name: basename(path, '.json'), version };
    });
}

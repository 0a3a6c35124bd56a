import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../outcome.ts';
import { type Page, referencePages } from '../reference/pages.ts';

const packages = fileURLToPath(new URL('../../..', import.meta.url));
const folder = 'flow/reference';

/** Writes the generated pages; with `check` it only tells which ones are out of date. */
export function writeReference({ check }: { check: boolean }): Outcome {
  const pages = referencePages();
  const stale = pages.filter(isStale).map(({ path }) => path);
  const lost = lostPages(pages);
  if (!check) {
    for (const page of pages) write(page);
    for (const path of lost) rmSync(join(packages, path));
  }
  const changed = [...stale, ...lost];
  return {
    ok: !check || changed.length === 0,
    lines: changed.map((path) =>
      check ? `packages/${path} is out of date; run pnpm gatherline reference.` : `packages/${path} written.`,
    ),
    json: { changed },
  };
}

function isStale({ path, text }: Page): boolean {
  const file = join(packages, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
}

function write({ path, text }: Page): void {
  const file = join(packages, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Pages of node types that are gone. */
function lostPages(pages: readonly Page[]): readonly string[] {
  if (!existsSync(join(packages, folder))) return [];
  return readdirSync(join(packages, folder))
    .map((file) => `${folder}/${file}`)
    .filter((path) => pages.every((page) => page.path !== path));
}

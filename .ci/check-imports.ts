import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/**
 * Between packages the package.json files are the diagram, and pnpm refuses the rest. Inside the studio the direction is
 * app → features → store, api → ui, and features never import each other.
 */
const studio = 'apps/studio/src';

const mayImport: { readonly [zone: string]: readonly string[] } = {
  app: ['app', 'features', 'store', 'api', 'ui'],
  features: ['store', 'api', 'ui'],
  store: ['store', 'api'],
  api: ['api'],
  ui: ['ui'],
};

const complaints = globSync(`${studio}/**/*.{ts,tsx}`).flatMap((file) => complaintsAbout(file));
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

function complaintsAbout(file: string): readonly string[] {
  const from = placeOf(relative(studio, file));
  return relativeImports(file).flatMap((specifier) => {
    const target = normalize(relative(studio, join(dirname(file), specifier)));
    if (target.startsWith('..')) return [];
    const to = placeOf(target);
    const isOwn = to.zone === from.zone && to.feature === from.feature;
    if (isOwn || mayImport[from.zone]?.includes(to.zone) === true) return [];
    return [`${file} may not import ${specifier}: ${from.zone} stands below ${to.zone}.`];
  });
}

function placeOf(path: string): { zone: string; feature: string | undefined } {
  const [zone = '', feature] = path.split('/');
  return { zone, feature: zone === 'features' ? feature : undefined };
}

function relativeImports(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  );
}

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** A house whose zones (the folders at its root) may import each other in one direction only. */
interface House {
  readonly root: string;
  /** What each zone may import, besides itself. A file at the root is a zone of its own name. */
  readonly mayImport: { readonly [zone: string]: readonly string[] };
  /** Zones whose own folders never import each other. */
  readonly apart?: readonly string[];
  /** Zones whose files are their own business: others import their index.ts. */
  readonly doors?: readonly string[];
  /** Files that may import whatever they look at. */
  readonly free?: RegExp;
}

/** app → features → call-view → store, api → ui, and features never import each other. */
const studio: House = {
  root: 'apps/studio/src',
  mayImport: {
    app: ['features', 'call-view', 'store', 'api', 'ui'],
    features: ['call-view', 'store', 'api', 'ui'],
    'call-view': ['store', 'api', 'ui'],
    store: ['api'],
    api: [],
    ui: [],
  },
  apart: ['features'],
  doors: ['features', 'call-view'],
};

const basics = ['body-budget', 'clock', 'request-error', 'in-flight'];

/** main → start → server → http → calls, phone → flows → resources → stores; nothing stands on what stands on it. */
const runtime: House = {
  root: 'apps/runtime/src',
  mayImport: {
    main: ['environment', 'flows', 'log', 'resources', 'start', 'store'],
    start: [
      'environment',
      'flows',
      'http-server',
      'phone',
      'requests',
      'resources',
      'server',
      'store',
      'clock',
    ],
    server: [
      'calls',
      'flows',
      'api',
      'live',
      'metrics',
      'phone',
      'requests',
      'resources',
      'store',
      'webhooks',
      ...basics,
    ],
    api: ['calls', 'flows', 'live', 'metrics', 'phone', 'resources', 'store', ...basics],
    webhooks: ['calls', 'flows', 'metrics', 'store', ...basics],
    phone: ['calls', 'live', 'store', ...basics],
    calls: ['flows', 'metrics', 'requests', 'resources', 'store', ...basics],
    live: ['store', 'clock'],
    flows: ['environment', 'resources', 'store', ...basics],
    metrics: ['store'],
    log: ['environment'],
    environment: ['requests', 'resources'],
    requests: [...basics],
    resources: ['store', ...basics],
    store: [],
    clock: [],
    'request-error': [],
    'in-flight': [],
    'body-budget': [],
    'http-server': [],
  },
  free: /\.test\.ts$|^testing\//,
};

const complaints = [studio, runtime].flatMap((house) =>
  globSync(`${house.root}/**/*.{ts,tsx}`).flatMap((file) => complaintsAbout(house, file)),
);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

function complaintsAbout(house: House, file: string): readonly string[] {
  const { root, mayImport, doors = [], free } = house;
  const path = relative(root, file);
  if (free?.test(path) === true) return [];
  const from = placeOf(house, path);
  if (mayImport[from.zone] === undefined)
    return [`${file} stands in ${from.zone}, which is no zone of ${root}.`];
  return relativeImports(file).flatMap((specifier) => {
    const target = normalize(relative(root, join(dirname(file), specifier)));
    if (target.startsWith('..')) return [];
    const to = placeOf(house, target);
    const isOwn = to.zone === from.zone && to.apart === from.apart;
    if (isOwn) return [];
    if (mayImport[from.zone]?.includes(to.zone) !== true)
      return [`${file} may not import ${specifier}: ${from.zone} does not stand on ${to.zone}.`];
    if (!doors.includes(to.zone) || target.endsWith('/index.ts')) return [];
    return [`${file} may import from ${to.zone} through its index.ts only, not ${specifier}.`];
  });
}

function placeOf({ apart = [] }: House, path: string): { zone: string; apart: string | undefined } {
  const [first = '', folder] = path.split('/');
  const zone = first.replace(/\.tsx?$/, '');
  return { zone, apart: apart.includes(zone) ? folder : undefined };
}

function relativeImports(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  );
}

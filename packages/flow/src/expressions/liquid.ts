import { Liquid } from 'liquidjs';

/** Most characters of one template, milliseconds of one rendering, and objects one rendering may make. */
export const limits = { templateLength: 20_000, renderMs: 200, memory: 200_000 } as const;

/** Tags and filters that read files or throw dice: a flow is one file, and an engine that is replayed must say the same twice. */
const forbiddenTags = ['include', 'render', 'layout', 'block'];
const forbiddenFilters = ['sample'];

/** The Liquid of flows: no files, no prototypes, no clock but the call's, no randomness, bounded in size and time. */
export const liquid = createLiquid();

function createLiquid(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
    preserveTimezones: true,
    parseLimit: limits.templateLength,
    renderLimit: limits.renderMs,
    memoryLimit: limits.memory,
  });
  for (const tag of forbiddenTags) delete engine.tags[tag];
  for (const filter of forbiddenFilters) engine.unregisterFilter(filter);
  const date = engine.filters.date;
  if (typeof date !== 'function') throw new Error('The date filter of liquidjs has changed its shape.');
  engine.registerFilter('date', function (value: unknown, ...format: unknown[]) {
    const isNow = value === 'now' || value === 'today';
    return date.call(this, isNow ? this.context.getSync(['call', 'now']) : value, ...format);
  });
  return engine;
}

import { type Context, type Emitter, type FilterImplOptions, Liquid, Parser, type Template } from 'liquidjs';
import { BoundedContext, BoundedText, sizeOf } from './bounded-context.ts';
import { dateFilters } from './date-filters.ts';
import { LimitError, limits } from './limits.ts';
import { spokenFilters } from './spoken-filters.ts';
import { operators } from './operators.ts';

type Filter = Extract<FilterImplOptions, (...given: never[]) => unknown>;

/** Tags and filters that read files or throw dice: a flow is one file, and an engine that is replayed must say the same twice. */
const forbiddenTags = ['include', 'render', 'layout', 'block'];
const forbiddenFilters = ['sample'];

/** The Liquid of flows: no files, no prototypes, no clock but the call's, no randomness, bounded by counting. */
export const liquid = createLiquid();

function createLiquid(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: limits.source,
    memoryLimit: limits.work,
    operators,
    groupedExpressions: true,
  });
  for (const tag of forbiddenTags) delete engine.tags[tag];
  for (const filter of forbiddenFilters) engine.unregisterFilter(filter);
  for (const [name, filter] of Object.entries({ ...engine.filters, ...dateFilters, ...spokenFilters }))
    if (typeof filter === 'function') engine.registerFilter(name, measured(filter));
  engine.renderer.renderTemplates = renderTemplates;
  return engine;
}

/** Reads a template; blocks may stand in each other only so deep that reading them never exhausts the stack. */
export function parseTemplate(text: string): Template[] {
  return new BoundedParser(liquid).parse(text);
}

class BoundedParser extends Parser {
  #depth = 0;

  override parseToken(...read: Parameters<Parser['parseToken']>): ReturnType<Parser['parseToken']> {
    this.#depth += 1;
    if (this.#depth > limits.depth)
      throw new LimitError(`more than ${limits.depth} blocks stand in each other.`);
    const template = super.parseToken(...read);
    this.#depth -= 1;
    return template;
  }
}

/** As LiquidJS renders, but without a look at the clock; what is written, captures included, is counted. */
function* renderTemplates(
  templates: Template[],
  context: Context,
  emitter: Emitter = new BoundedText(bounded(context)),
): Generator<unknown, unknown, unknown> {
  for (const template of templates) {
    context.memoryLimit.use(template.token.size());
    const text: unknown = yield template.render(context, emitter);
    if (text) emitter.write(text);
    if (context.breakCalled || context.continueCalled) break;
  }
  return emitter.buffer;
}

function bounded(context: Context): BoundedContext {
  if (context instanceof BoundedContext) return context;
  throw new Error('A template was rendered without a count.');
}

/** What a filter makes counts by its size. */
function measured(filter: Filter): Filter {
  return function* (value: unknown, ...more: unknown[]) {
    const made: unknown = yield filter.call(this, value, ...more);
    this.context.memoryLimit.use(sizeOf(made));
    return made;
  };
}

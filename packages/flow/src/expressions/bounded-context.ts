import { Context, type Emitter, type Liquid, toValue } from 'liquidjs';
import type { JsonObject } from '../json.ts';
import { LimitError, limits, STEP } from './limits.ts';

/** LiquidJS's own bound is a time of day, and each context would look at the clock for it: one for all, that nobody asks. */
const { renderLimit } = new Context();

/** Counts the work of several evaluations. */
export type Work = Context['memoryLimit'];

/** Where the values that are read carry the count which their evaluation shares with others. */
export const sharedWork: unique symbol = Symbol('shared work');

/** What templates may read: `call`, `vars`, `nodes` and, in listeners, `event`. */
export type TemplateScope = JsonObject & { readonly [sharedWork]?: Work };

/** A new count for all templates that one event sets off. */
export function createWork(): Work {
  return new Context({}, undefined, { memoryLimit: limits.workTogether }, { renderLimit }).memoryLimit;
}

/** One evaluation: the values it may read, and the count of what it has done. */
export class BoundedContext extends Context {
  #written = 0;

  /** The scope is copied, so that `{% increment %}`, which writes into it, changes nothing outside. */
  constructor(scope: TemplateScope, liquid: Liquid) {
    super({ ...scope }, liquid.options, { sync: true }, { liquid, renderLimit });
    const { [sharedWork]: shared } = scope;
    if (shared === undefined) return;
    const use = this.memoryLimit.use.bind(this.memoryLimit);
    this.memoryLimit.use = (units) => {
      use(units);
      shared.use(units);
    };
  }

  spend(units: number): void {
    this.memoryLimit.use(units);
  }

  write(characters: number): void {
    this.#written += characters;
    if (this.#written > limits.text)
      throw new LimitError(`it would write more than ${limits.text} characters.`);
  }

  /** Whatever is read counts by its size, so that nothing done with it afterwards is for nothing. */
  override *_getFromScope(...read: Parameters<Context['_getFromScope']>): Generator {
    const value: unknown = yield super._getFromScope(...read);
    this.spend(sizeOf(value));
    return value;
  }
}

/** Where a rendering writes to: counts before it joins. */
export class BoundedText implements Emitter {
  buffer = '';
  readonly #context: BoundedContext;

  constructor(context: BoundedContext) {
    this.#context = context;
  }

  write(written: unknown): void {
    const value: unknown = toValue(written);
    if (value === undefined || value === null) return;
    const text = Array.isArray(value) ? this.#listOf(value) : textOf(value);
    this.#context.write(text.length);
    this.buffer += text;
  }

  /** Liquid would write the items of a list without anything between them. */
  #listOf(items: readonly unknown[]): string {
    this.#context.spend(sizeOf(items));
    return items
      .flat(Number.POSITIVE_INFINITY)
      .map((item) => toValue(item))
      .filter((item) => item !== undefined && item !== null)
      .map(textOf)
      .join(', ');
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberOf(value);
  return typeof value === 'boolean' ? String(value) : '[object Object]';
}

/** A small or large number is written out: nobody understands 1e-7 when it is read to them. */
function numberOf(value: number): string {
  const text = String(value);
  if (!text.includes('e') || !Number.isFinite(value)) return text;
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

/**
 * Characters and items of a value, one that stands in it several times counted as often; past the limit it counts no
 * further. Each key of an object counts as a step besides, for they are slow to list.
 */
export function sizeOf(value: unknown, perKey = STEP): number {
  const left = [value];
  let size = 0;
  while (left.length > 0 && size + left.length <= limits.work) {
    const next = left.pop();
    size += typeof next === 'string' ? next.length : 1;
    if (Array.isArray(next)) for (const item of next) left.push(item);
    else if (typeof next === 'object' && next !== null)
      for (const [key, item] of Object.entries(next)) {
        size += perKey + key.length;
        left.push(item);
      }
  }
  return size + left.length;
}

/**
 * Evaluates what LiquidJS has prepared, step by step. Its expressions, tags and filters are generators that hand each
 * other over; each step counts, and however deep they stand in each other, the stack does not grow.
 */
export function evaluate(root: Iterator<unknown>, context: BoundedContext): unknown {
  const running = [root];
  let result: unknown;
  for (let top = running.at(-1); top !== undefined; top = running.at(-1)) {
    context.spend(STEP);
    const { done, value } = top.next(result);
    if (done === true) running.pop();
    const inner = isGenerator(value);
    if (inner) running.push(value);
    result = inner ? undefined : value;
  }
  return result;
}

function isGenerator(value: unknown): value is Generator {
  return (
    typeof value === 'object' &&
    value !== null &&
    'next' in value &&
    'throw' in value &&
    typeof value.next === 'function'
  );
}

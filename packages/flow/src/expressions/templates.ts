import { type Template, Value } from 'liquidjs';
import { isJsonObject, type Json } from '../json.ts';
import { BoundedContext, evaluate, sizeOf, type TemplateScope } from './bounded-context.ts';
import { type OnEmpty, tellOfEmptyOutputs, watchOutputs } from './empty-outputs.ts';
import { LimitError, limits } from './limits.ts';
import { liquid, parseTemplate } from './liquid.ts';
import { messageOf } from './message-of.ts';

/** A template failed while a call was running; the node that holds it leaves by `error`. */
export class TemplateError extends Error {
  readonly code = 'template_failed';
  override readonly name = 'TemplateError';
}

const TOO_LONG = `it is longer than ${limits.source} characters.`;

const CACHE_SIZE = 2_000;
const parsed = new Map<string, Template[]>();

/** Tells whether a text holds Liquid at all; one that does not is its own result. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** Renders `{{ … }}` and `{% … %}` of a text. Unknown values render as nothing, of which `onEmpty` is told. Throws TemplateError. */
export function render(text: string, scope: TemplateScope, onEmpty?: OnEmpty): string {
  if (!isTemplate(text)) return text;
  try {
    const context = new BoundedContext(scope, liquid);
    if (onEmpty !== undefined) tellOfEmptyOutputs(context, onEmpty);
    return String(evaluate(liquid.renderer.renderTemplates(parse(text), context), context));
  } catch (cause) {
    throw new TemplateError(`The template "${excerpt(text)}" failed: ${messageOf(cause)}`, { cause });
  }
}

const LONE_VALUE = /^\s*\{\{-?((?:(?!\}\}|\{\{|\{%).)*?)-?\}\}\s*$/s;

/** Like `render`, but a template that is one `{{ … }}` alone keeps the kind of its value, which may be null. Throws TemplateError. */
export function renderValue(text: string, scope: TemplateScope, onEmpty?: OnEmpty): Json {
  const lone = LONE_VALUE.exec(text)?.[1];
  if (lone === undefined) return render(text, scope, onEmpty);
  try {
    const value = valueOf(lone, scope);
    if (sizeOf(value, 0) > limits.value)
      throw new LimitError(`it would be a value of more than ${limits.value} characters.`);
    return toJson(value);
  } catch (cause) {
    throw new TemplateError(`The template "${excerpt(text)}" failed: ${messageOf(cause)}`, { cause });
  }
}

/** The value of an expression without braces. Throws as LiquidJS does, and when it would be too much. */
export function valueOf(expression: string, scope: TemplateScope): unknown {
  if (expression.length > limits.source) throw new LimitError(TOO_LONG);
  const context = new BoundedContext(scope, liquid);
  return evaluate(new Value(expression, liquid).value(context), context);
}

function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (!isJsonObject(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}

/** What is wrong with a template's syntax, in one sentence; `null` when it reads well. */
export function templateComplaint(text: string): string | null {
  if (text.length > limits.source) return TOO_LONG;
  if (!isTemplate(text)) return null;
  try {
    parse(text);
    return null;
  } catch (cause) {
    return messageOf(cause);
  }
}

/** The values a template reads, each as its path: `['nodes', 'ask', 'digits']`. Empty for text that is no template or can't be read. */
export function variablesOf(text: string): readonly (readonly (string | number)[])[] {
  if (!isTemplate(text)) return [];
  try {
    return liquid
      .globalVariableSegmentsSync(text)
      .map((path) => path.filter((step): step is string | number => !Array.isArray(step)));
  } catch {
    return [];
  }
}

function parse(text: string): Template[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const template = parseTemplate(text);
  watchOutputs(template);
  if (parsed.size >= CACHE_SIZE) parsed.clear();
  parsed.set(text, template);
  return template;
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

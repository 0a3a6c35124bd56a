import { type Json, render, renderValue, TemplateError, type TemplateScope } from '@gatherline/flow';
import { MASK, maskedValues, textsIn } from './masking.ts';

/** What a template makes of a confidential value, told from words that anybody may say. */
const DISTINCTIVE = /^.{4,}$|^(?=.*\p{N}).{2,}$/su;

/** What templates may read, with masks for what was entered in confidence; `null` when nothing of it can be read. */
export function maskedScope(scope: TemplateScope, sensitive: readonly string[]): TemplateScope | null {
  if (sensitive.length === 0) return null;
  const { vars, nodes, event } = scope;
  const readable = { vars: vars ?? {}, nodes: nodes ?? {}, event: event ?? null };
  const shown = maskedValues(readable, sensitive);
  if (JSON.stringify(shown) === JSON.stringify(readable)) return null;
  const { call, resources } = scope;
  return { ...shown, call: call ?? {}, resources: resources ?? {} };
}

/** A rendered text as it may be shown, and what in it would read otherwise if the confidential values were others. */
export interface Shown {
  readonly text: string;
  readonly derived: readonly string[];
}

/**
 * What a template makes of confidential values is confidential too, whatever filters do to them: so it is rendered a
 * second time with masks in their place, and the difference is what follows from them.
 */
export function shownRendering(template: string, rendered: string, scope: TemplateScope | null): Shown {
  if (scope === null || template === rendered) return { text: rendered, derived: [] };
  const text = renderedWithMasks(template, scope);
  if (text === rendered) return { text, derived: [] };
  const derived = differenceOf(rendered, text).trim();
  // What stands written in the flow is no secret, only that it was chosen.
  const isLearned = DISTINCTIVE.test(derived) && !template.includes(derived);
  return { text: text.includes(MASK) ? text : MASK, derived: isLearned ? [derived] : [] };
}

/** The texts and numbers of a value that would read otherwise if the confidential values were others. */
export function derivedValues(template: string, value: Json, scope: TemplateScope | null): readonly string[] {
  if (scope === null) return [];
  const known = new Set(textsIn(valueWithMasks(template, scope)));
  return textsIn(value).flatMap((text) =>
    known.has(text) ? [] : shownRendering(template, text, scope).derived,
  );
}

function valueWithMasks(template: string, scope: TemplateScope): Json {
  try {
    return renderValue(template, scope);
  } catch (cause) {
    if (cause instanceof TemplateError) return null;
    throw cause;
  }
}

function renderedWithMasks(template: string, scope: TemplateScope): string {
  try {
    return render(template, scope);
  } catch (cause) {
    if (cause instanceof TemplateError) return MASK;
    throw cause;
  }
}

function differenceOf(text: string, other: string): string {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  return text.slice(start, text.length - end);
}

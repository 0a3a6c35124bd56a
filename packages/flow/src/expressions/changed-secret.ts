import { isJsonObject } from '../json.ts';
import type { TemplateScope } from './bounded-context.ts';
import { isTemplate, render, TemplateError, variablesOf } from './templates.ts';

/** What a mark of a secret begins and ends with; no text of anybody holds these characters. */
export const secretMark = { open: '\uFDD0', close: '\uFDD1' } as const;

const PIECE = /[\uFDD0\uFDD1]/;

/**
 * The secret that a template does not hand on as it is, but cut, encoded or otherwise changed by a filter; `null` when
 * there is none. `secrets` are the names of those that there are. A secret is filled in only when a request goes out, so a
 * filter would change its mark and never the secret.
 */
export function changedSecret(text: string, scope: TemplateScope, secrets: readonly string[]): string | null {
  if (secrets.length === 0 || !isTemplate(text) || !text.includes('resources')) return null;
  const [read] = variablesOf(text).flatMap(([root, name]) =>
    root === 'resources' && (typeof name !== 'string' || secrets.includes(name)) ? [name ?? ''] : [],
  );
  if (read === undefined) return null;
  // Whatever is made of a mark itself comes out otherwise when the mark is another one.
  const [one, other] = ['a', 'Another-1'].map((seal) => withoutMarks(text, scope, { secrets, seal }));
  return one === other && one !== undefined && !PIECE.test(one) ? null : String(read);
}

interface Marking {
  readonly secrets: readonly string[];
  readonly seal: string;
}

function withoutMarks(text: string, scope: TemplateScope, { secrets, seal }: Marking): string {
  const { call, vars, nodes, event, resources } = scope;
  const marks = secrets.map(
    (name) => [name, `${secretMark.open}${seal}:${name}${secretMark.close}`] as const,
  );
  const marked = {
    call: call ?? {},
    vars: vars ?? {},
    nodes: nodes ?? {},
    event: event ?? null,
    resources: { ...(isJsonObject(resources) ? resources : {}), ...Object.fromEntries(marks) },
  };
  try {
    return marks.reduce((rendered, [, mark]) => rendered.replaceAll(mark, ''), render(text, marked));
  } catch (cause) {
    // It fails for everybody, who will say why.
    if (cause instanceof TemplateError) return '';
    throw cause;
  }
}

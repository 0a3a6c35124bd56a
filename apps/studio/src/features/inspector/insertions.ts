import { definitionOf, type Json, type Output } from '@gatherline/flow';
import { editor, partsOf, type ReadableGroup, readablesAt } from '../../store/index.ts';
import type { InsertGroup } from '../../ui/index.ts';

/** What may be read by the step whose settings are open, or by the flow's own texts. Asked for when a menu opens. */
function readablesHere(): readonly ReadableGroup[] {
  const { flow, inspected } = editor.getState();
  if (flow === null) return [];
  const definition = definitionOf(flow.nodes[inspected ?? '']?.type ?? '');
  return readablesAt(flow, { node: inspected, takesSecrets: definition?.takesSecrets === true });
}

/** Those of them that have a whole name, and so can be chosen from a list. */
export function namedReadables(): readonly ReadableGroup[] {
  return readablesHere().map(({ title, items }) => ({
    title,
    items: items.filter(({ blank }) => blank === undefined),
  }));
}

/** The same as templates that can be put into a text. */
export function insertions(): readonly InsertGroup[] {
  return readablesHere().map(({ title, items }) => ({
    title,
    items: items.map(({ label, path, blank }) => ({ label, text: `{{ ${path} }}`, blank })),
  }));
}

/** In a condition a value stands without braces. */
export function bareInsertions(): readonly InsertGroup[] {
  return readablesHere().map(({ title, items }) => ({
    title,
    items: items.map(({ label, path, blank }) => ({ label, text: path, blank })),
  }));
}

/** An output as later steps read it below `root`, value by value where it is a group. */
export function readsOf(root: string, output: Output) {
  return partsOf(root, output)
    .filter(({ blank }) => blank === undefined)
    .map(({ path, label, example }) => ({ label, text: `{{ ${path} }}`, example: shown(example) }));
}

function shown(example: Json): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

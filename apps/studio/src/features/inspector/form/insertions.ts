import { definitionOf, type Json, type Output, type SpokenFilter, spokenFilterList } from '@gatherline/flow';
import { useMemo } from 'react';
import { type Editor, partsOf, type ReadableGroup, readablesAt, useEditorApi } from '../../../store/index.ts';
import type { InsertGroup } from '../../../ui/index.ts';

/** What may be read by the step whose settings are open, or by the flow's own texts. Asked for when a menu opens. */
export interface Insertions {
  /** Templates that can be put into a text. */
  readonly templates: () => readonly InsertGroup[];
  /** The same for a condition, where a value stands without braces. */
  readonly bare: () => readonly InsertGroup[];
  /** Those that have a whole name, and so can be chosen from a list. */
  readonly named: () => readonly ReadableGroup[];
}

export function useInsertions(): Insertions {
  const editor = useEditorApi();
  return useMemo(
    () => ({
      templates: () => templatesOf(readablesIn(editor)),
      bare: () => asTexts(readablesIn(editor, true), (path) => path),
      named: () =>
        readablesIn(editor, true).map(({ title, items }) => ({
          title,
          items: items.filter(({ blank }) => blank === undefined),
        })),
    }),
    [editor],
  );
}

/** A step that holds an answer against a condition reads its own values there. */
function readablesIn(editor: Editor, inCondition = false): readonly ReadableGroup[] {
  const { flow, inspected } = editor.getState();
  if (flow === null) return [];
  const definition = definitionOf(flow.nodes[inspected ?? '']?.type ?? '');
  return readablesAt(flow, {
    node: inspected,
    takesSecrets: definition?.takesSecrets === true,
    readsItself: inCondition && definition?.uncheckedOutput !== undefined,
  });
}

/** The values, each also as people say it where that is another way, and at the end the ways to say any other. */
export function templatesOf(groups: readonly ReadableGroup[]): readonly InsertGroup[] {
  const values = groups.map(({ title, items }) => ({
    title,
    items: items.flatMap(({ label, path, blank, example }) => [
      { label, text: `{{ ${path} }}`, blank },
      ...saidAs(example).map(({ title: way, use }) => ({
        label: `${label}, ${way.charAt(0).toLowerCase()}${way.slice(1)}`,
        text: `{{ ${path} | ${use} }}`,
        blank,
      })),
    ]),
  }));
  const ways = spokenFilterList.map(({ title, use, spoken }) => ({
    label: `${title}: ${spoken}`,
    text: `{{ value | ${use} }}`,
    blank: 'value',
  }));
  return [...values, { title: 'Say a value', items: ways }];
}

/** The ways in which a value like this one is said. */
function saidAs(example: Json): readonly SpokenFilter[] {
  const ways = waysFor(example);
  return spokenFilterList.filter(({ name }) => ways.includes(name));
}

function waysFor(example: Json): readonly string[] {
  if (Array.isArray(example)) return example.every((item) => typeof item === 'string') ? ['say_list'] : [];
  if (typeof example !== 'string') return [];
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(example)) return ['say_time', 'say_date'];
  if (/^\+\d{7,15}$/.test(example)) return ['say_phone'];
  return /^\d+$/.test(example) ? ['say_digits'] : [];
}

function asTexts(groups: readonly ReadableGroup[], write: (path: string) => string): readonly InsertGroup[] {
  return groups.map(({ title, items }) => ({
    title,
    items: items.map(({ label, path, blank }) => ({ label, text: write(path), blank })),
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

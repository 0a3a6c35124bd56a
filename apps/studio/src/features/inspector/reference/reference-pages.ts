/** The pages that are generated from the node types; each is fetched when somebody wants to read it. */
const pages = import.meta.glob<string>('../../../../../packages/flow/reference/*.md', {
  query: '?raw',
  import: 'default',
});

/** The page about a node type, as Markdown; `undefined` when there is none. */
export async function referencePage(type: string): Promise<string | undefined> {
  const [, load] = Object.entries(pages).find(([path]) => path.endsWith(`/${type}.md`)) ?? [];
  return load?.();
}

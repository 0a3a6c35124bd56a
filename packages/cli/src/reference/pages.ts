import { readyMadeConversations } from '@gatherline/conversations/files';
import { categories, definitions, flowJsonSchema, spokenFilterList } from '@gatherline/flow';
import { rules } from '@gatherline/linter';
import { nodePage } from './node-page.ts';

/** A generated page; `path` is relative to the folder `packages`. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every page that is generated from the definitions, the conversations and the rules. */
export function referencePages(): readonly Page[] {
  const conversations = readyMadeConversations().map(({ conversation }) => conversation);
  return [
    { path: 'flow/reference/README.md', text: index() },
    ...definitions.map((definition) => ({
      path: `flow/reference/${definition.type}.md`,
      text: nodePage(
        definition,
        conversations.filter(({ shows }) => shows.includes(definition.type)),
      ),
    })),
    { path: 'flow/reference/FILTERS.md', text: filtersPage() },
    { path: 'flow/reference/flow.schema.json', text: `${JSON.stringify(flowJsonSchema(), null, 2)}\n` },
    { path: 'linter/RULES.md', text: rulesPage() },
  ];
}

function index(): string {
  const sections = categories.flatMap((category) => {
    const own = definitions.filter((definition) => definition.category === category);
    if (own.length === 0) return [];
    const lines = own.map(({ type, title, help }) => `- [${title}](${type}.md) (\`${type}\`): ${help}`);
    return [`## ${category}`, lines.join('\n')];
  });
  const filters = 'Texts say times, numbers and lists as callers do: [the filters](FILTERS.md).';
  return `${['# The node types', filters, ...sections].join('\n\n')}\n`;
}

function filtersPage(): string {
  const intro = [
    '# Values as people say them',
    'Any text may hold [Liquid](https://liquidjs.com) with its filters. These speak the language of the call, by the clock of the time zone of the flow: `settings.time_zone`, else that of its opening hours, else that of the machine on which the service runs (`TZ`); in a conversation, the offset of `call.at`. `call.now` and the `date` filter of Liquid go by the same clock; a time that names an offset of its own keeps it. What can not be said so stays as it is.',
  ];
  const rows = spokenFilterList.map(
    ({ use, help, given, spoken }) => `| \`${use}\` | ${help} | \`${JSON.stringify(given)}\` | ${spoken} |`,
  );
  const table = ['| filter | what it says | of | in English |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return `${[...intro, table].join('\n\n')}\n`;
}

function rulesPage(): string {
  const sections = rules.map(({ name, title, help }) => `## ${title}\n\n\`${name}\`\n\n${help}`);
  const intro =
    'What `gatherline lint` and the studio say about a whole flow. Each rule has a flow that keeps it and one that breaks it in `src/rules/`.';
  return `${['# The rules', intro, ...sections].join('\n\n')}\n`;
}

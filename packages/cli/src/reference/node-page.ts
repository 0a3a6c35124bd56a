import { type Conversation, toDialogue } from '@gatherline/conversations';
import { type Exit, fieldsOf, type NodeDefinition, type Output } from '@gatherline/flow';
import { type ParameterRow, parameterRows } from './parameter-rows.ts';

/** The reference page of a node type, as Markdown. */
export function nodePage(definition: NodeDefinition, conversations: readonly Conversation[]): string {
  const { title, type, help, action, category } = definition;
  return (
    [
      `# ${title} (\`${type}\`)`,
      help,
      action === undefined
        ? `Category: ${category}. No action of the carrier is behind it.`
        : `Category: ${category}. Behind it is Telnyx's action \`${action}\`; its parameters keep Telnyx's names.`,
      ...parameters(definition),
      ...exits(definition),
      ...outputs(definition),
      ...tells(definition),
      '## Calls that show it',
      ...conversations.map(dialogue),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function parameters(definition: NodeDefinition): readonly string[] {
  const rows = parameterRows(fieldsOf(definition.params));
  if (rows.length === 0) return ['## Parameters', 'None.'];
  const lines = rows.map(({ name, title, type, leftOut, help, example }) =>
    row([`\`${name}\``, title, type, leftOut, withExample(help, example)]),
  );
  return ['## Parameters', table(['parameter', 'in the studio', 'type', 'left out', 'what it does'], lines)];
}

function withExample(help: string, example: ParameterRow['example']): string {
  return example === undefined ? help : `${help} Example: \`${JSON.stringify(example)}\``;
}

function exits(definition: NodeDefinition): readonly string[] {
  const all = [...definition.exits({}), ...definition.exits(definition.defaults)];
  const unique = all.filter((exit, index) => all.findIndex(({ id }) => id === exit.id) === index);
  if (unique.length === 0) return ['## Exits', 'None: the call ends here.'];
  const lines = unique.map((exit) => row([`\`${exit.id}\``, exit.label, exit.kind, unwired(exit)]));
  return ['## Exits', table(['exit', 'label', 'kind', 'without a line'], lines)];
}

function unwired({ fallsBackTo, endsQuietly, elseExit }: Exit): string {
  if (elseExit !== undefined) return `the way of \`${elseExit}\``;
  if (endsQuietly === true) return 'the call ends';
  return fallsBackTo === undefined
    ? 'an apology, then the call ends'
    : `the flow's step for \`${fallsBackTo}\`, else an apology`;
}

function outputs(definition: NodeDefinition): readonly string[] {
  const all = definition.outputs(definition.defaults);
  if (all.length === 0) return [];
  const line = ({ name, title, example }: Output) =>
    row([`\`{{ nodes.<id>.${name} }}\``, title, `\`${JSON.stringify(example)}\``]);
  return ['## Outputs', table(['read as', 'what it is', 'example'], all.map(line))];
}

function tells({ eventOutputs: told = [] }: NodeDefinition): readonly string[] {
  if (told.length === 0) return [];
  const line = ({ name, title, example }: Output) =>
    row([`\`{{ event.${name} }}\``, title, `\`${JSON.stringify(example)}\``]);
  return ['## What later steps read', table(['read as', 'what it is', 'example'], told.map(line))];
}

function dialogue(conversation: Conversation): string {
  const lines = toDialogue(conversation).map((line) => `- ${line}`);
  return [`### ${conversation.name}`, '', ...lines].join('\n');
}

function table(head: readonly string[], lines: readonly string[]): string {
  return [row(head), row(head.map(() => '---')), ...lines].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

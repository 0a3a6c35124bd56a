import type { LintContext } from '../context.ts';
import { nameOf } from '../node-facts.ts';
import { type Read, readsOfText } from '../reads.ts';
import type { Finding, Rule } from '../rule.ts';

export const unknownVariable: Rule = {
  name: 'unknown-variable',
  title: 'A value nobody sets',
  help: 'A text or condition reads a value that nothing in the flow provides. Callers hear a gap in its place.',
  check: (context) => {
    const variables = new Set([
      ...Object.keys(context.flow.variables),
      ...Object.keys(context.flow.inputs),
      ...context.nodes.flatMap(({ sets }) => sets),
    ]);
    const complain = (read: Read) => complaintAbout(read, context, variables);
    return [
      ...context.nodes.flatMap((facts) =>
        facts.reads.flatMap((read) => {
          const complaint = complain(read);
          if (complaint === undefined) return [];
          return [
            {
              ...complaint,
              message: `${nameOf(facts)} reads ${complaint.message}`,
              node: facts.id,
              path: read.at,
            },
          ];
        }),
      ),
      ...readsOfText(context.flow.settings.apology ?? '', ['settings', 'apology']).flatMap((read) => {
        const complaint = complain(read);
        if (complaint === undefined) return [];
        return [{ ...complaint, message: `The apology reads ${complaint.message}`, path: read.at }];
      }),
    ];
  },
};

type Complaint = Pick<Finding, 'severity' | 'message' | 'cure'>;

function complaintAbout(
  { value: [root, name, output] }: Read,
  { find }: LintContext,
  variables: ReadonlySet<string>,
): Complaint | undefined {
  if (root === 'vars') {
    if (typeof name !== 'string' || variables.has(name)) return undefined;
    return {
      severity: 'warning',
      message: `the variable “${name}”, which no step sets: callers hear nothing in its place.`,
      cure: 'Set the variable before, give it a first value in the flow, or check the spelling.',
    };
  }
  if (root !== 'nodes' || typeof name !== 'string') return undefined;
  const source = find(name);
  if (source === undefined) {
    return {
      severity: 'error',
      message: `a value of the step “${name}”, but there is no step of that name: callers hear nothing in its place.`,
      cure: 'Check the spelling of the step.',
    };
  }
  const { definition, node } = source;
  if (definition === undefined || typeof output !== 'string' || source.outputs.has(output)) return undefined;
  if (definition.isOpen?.(node.params) === true) return undefined;
  const offered = [...source.outputs].join(', ');
  return {
    severity: 'error',
    message: `“${output}” of ${nameOf(source)}, which has no such value: callers hear nothing in its place.`,
    cure: offered === '' ? 'Read a value of another step.' : `Read one of: ${offered}.`,
  };
}

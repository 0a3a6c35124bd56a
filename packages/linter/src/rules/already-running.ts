import type { Background } from '@gatherline/flow';
import { goesOn } from '../background.ts';
import type { LintContext } from '../context.ts';
import { nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

const words: Readonly<Record<Background, { readonly now: string; readonly stop: string }>> = {
  recording: { now: 'the call is already being recorded', stop: 'Stop recording' },
  transcription: { now: 'what is said is already being written down', stop: 'Stop writing down' },
};

export const alreadyRunning: Rule = {
  name: 'already-running',
  title: 'Started twice',
  help: 'A call is recorded, or written down, once at a time. The carrier refuses a second one, and the step fails.',
  check: (context) => [
    ...startedAgain(context, 'recording', ({ barredBy = [] }) => barredBy.includes('recording')),
    ...startedAgain(context, 'transcription', ({ begins }) => begins === 'transcription'),
  ],
};

type Use = NonNullable<
  ReturnType<NonNullable<LintContext['nodes'][number]['definition']>['background'] & object>
>;

function startedAgain(
  context: LintContext,
  what: Background,
  isBarred: (use: Use) => boolean,
): readonly Finding[] {
  const certainty = goesOn(context, what);
  return context.nodes.flatMap((facts): Finding[] => {
    const use = facts.definition?.background?.(facts.node.params);
    const running = certainty(facts);
    if (use === undefined || running === undefined || !isBarred(use)) return [];
    return [
      {
        severity: running === 'always' ? 'error' : 'warning',
        node: facts.id,
        path: ['type'],
        message: `${nameOf(facts)} comes while ${words[what].now}${running === 'always' ? '' : ', on one of the ways there'}: the carrier refuses it, and the step fails.`,
        cure: `Put the step ${words[what].stop} before it, or take one of the two out.`,
      },
    ];
  });
}

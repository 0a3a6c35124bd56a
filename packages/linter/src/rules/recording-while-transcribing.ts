import { goesOn } from '../background.ts';
import { nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

export const recordingWhileTranscribing: Rule = {
  name: 'recording-while-transcribing',
  title: 'A recording that stops at silence, while words are written down',
  help: 'To notice silence the carrier listens to the words itself, and it does so once at a time: the recording is refused.',
  check: (context) => {
    const certainty = goesOn(context, 'transcription');
    return context.nodes.flatMap((facts): Finding[] => {
      const { begins, barredBy = [] } = facts.definition?.background?.(facts.node.params) ?? {};
      const running = certainty(facts);
      if (running === undefined || begins === 'transcription' || !barredBy.includes('transcription'))
        return [];
      return [
        {
          severity: running === 'always' ? 'error' : 'warning',
          node: facts.id,
          path: ['params'],
          message: `${nameOf(facts)} stops at silence, which the carrier refuses while what is said is written down${running === 'always' ? '' : ', as it is on one of the ways there'}: nothing is recorded.`,
          cure: 'Set the silence after which it stops to 0, or put the step Stop writing down before it.',
        },
      ];
    });
  },
};

import { Radio, Text } from '@mantine/core';
import type { Side } from '@gatherline/flow';
import styles from './save-state.module.css';
import type { Merge, Question } from './use-merge.ts';

/** What both sides changed, each with both values and the choice between them. */
export function Questions({ merge }: { readonly merge: Merge }) {
  return (
    <ul className={styles.questions} aria-label="Changed by both of you">
      {merge.questions.map((question) => (
        <li key={question.key}>
          <Asked question={question} onAnswer={(side) => merge.answer(question.key, side)} />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly question: Question;
  readonly onAnswer: (side: Side) => void;
}

function Asked({ question: { words, side }, onAnswer }: Props) {
  return (
    <Radio.Group
      label={<b>{words.what}</b>}
      description={`Before: ${words.base}`}
      value={side}
      onChange={(value) => onAnswer(value === 'theirs' ? 'theirs' : 'mine')}
    >
      <div className={styles.sides}>
        <Radio value="mine" size="sm" label={<Value whose="Yours" text={words.mine} />} />
        <Radio value="theirs" size="sm" label={<Value whose="Theirs" text={words.theirs} />} />
      </div>
    </Radio.Group>
  );
}

function Value({ whose, text }: { readonly whose: string; readonly text: string }) {
  return (
    <Text span size="sm">
      <b>{whose}:</b> {text}
    </Text>
  );
}

import type { HoursControl } from '@gatherline/flow';
import { HoursField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { messagesAt } from './field-problems.ts';

/** Opening hours. The field finds by itself what is wrong with a time; what is said of the week as a whole stands above it. */
export function DrawnHours({ words, path, value, onChange }: Drawn<HoursControl>) {
  const { problems, onCommit } = useFieldContext();
  const { warning } = messagesAt(problems, [...path, 'weekly'], false);
  return (
    <HoursField
      {...words}
      warning={words.warning ?? warning}
      value={value}
      onChange={onChange}
      onCommit={onCommit}
    />
  );
}

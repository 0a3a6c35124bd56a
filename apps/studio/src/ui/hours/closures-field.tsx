import { TextInput } from '@mantine/core';
import type { ClosureDraft } from './hours-draft.ts';
import { DayList } from './day-list.tsx';
import { issueWithin } from './hours-issues.ts';
import styles from './hours.module.css';
import type { PartProps } from './part-props.ts';

/** Times at which the line is closed once, within its hours or beyond. */
export function ClosuresField({ draft, issues, at, disabled, onChange, onCommit }: PartProps) {
  return (
    <DayList
      title="Closed once"
      itemName="closure"
      emptyText="None yet. For an outing, stocktaking, a day off."
      items={draft.closures}
      at={`${at}.closures`}
      disabled={disabled}
      newItem={(): ClosureDraft => ({ from: '', to: '', reason: '' })}
      messageOf={(index) => issueWithin(issues, `closures.${index}`)}
      onChange={(closures) => onChange({ closures })}
      onCommit={onCommit}
      render={(closure, index, replace) => {
        const moment = (end: 'from' | 'to', word: string) => (
          <label className={styles.moment} data-field={`${at}.closures.${index}.${end}`}>
            <span>{word}</span>
            <TextInput
              type="datetime-local"
              size="xs"
              aria-label={`Closure ${index + 1}, ${word.toLowerCase()}`}
              value={closure[end]}
              error={issues.has(`closures.${index}.${end}`)}
              disabled={disabled}
              onChange={(event) => replace(withMoment(closure, end, event.currentTarget.value))}
              onBlur={onCommit}
            />
          </label>
        );
        return (
          <>
            {moment('from', 'From')}
            {moment('to', 'To')}
            <TextInput
              size="xs"
              aria-label={`Reason of closure ${index + 1}`}
              placeholder="Reason, such as staff training"
              maxLength={120}
              value={closure.reason}
              disabled={disabled}
              onChange={(event) => replace({ ...closure, reason: event.currentTarget.value })}
              onBlur={onCommit}
            />
          </>
        );
      }}
    />
  );
}

/** A closure whose end is still open ends on the day on which it begins. */
function withMoment(closure: ClosureDraft, end: 'from' | 'to', value: string): ClosureDraft {
  if (end === 'to' || closure.to !== '' || value === '') return { ...closure, [end]: value };
  return { ...closure, from: value, to: `${value.slice(0, 10)}T23:59` };
}

import { useClickOutside } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { ChoiceGroup } from './choices.ts';
import styles from './picker.module.css';
import { PickerGroup, PickerOption } from './picker-option.tsx';
import { placeBeside, stepOf } from './place-beside.ts';

interface Props {
  readonly heading: string;
  readonly at: readonly [number, number];
  readonly choicesFor: (query: string) => readonly ChoiceGroup[];
  readonly onChoose: (id: string) => void;
  readonly onDismiss: () => void;
}

/** A search field over a list: type, go up and down, Enter takes one, Escape none. */
export function PickerList({ heading, at, choicesFor, onChoose, onDismiss }: Props) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const outside = useClickOutside<HTMLDivElement>(onDismiss);
  const groups = choicesFor(query);
  const choices = groups.flatMap((group) => group.choices);
  const optionId = (index: number) => `${listId}-${index}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOf(event.key, active, choices.length);
    if (next !== null) {
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const choice = choices[active];
      if (choice !== undefined) onChoose(choice.id);
    } else if (event.key === 'Escape' || event.key === 'Tab') onDismiss();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={outside} className={styles.picker} style={placeBeside(at)} role="dialog" aria-label={heading}>
      <p className={styles.heading}>{heading}</p>
      <label className={styles.search}>
        <IconSearch size={16} aria-hidden />
        <input
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          placeholder="Type to search"
          role="combobox"
          aria-label={heading}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={choices.length === 0 ? undefined : optionId(active)}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <div className={styles.list} id={listId} role="listbox" aria-label={heading}>
        {groups.map((group) => (
          <PickerGroup key={group.title} title={group.title}>
            {group.choices.map((choice) => {
              const index = choices.indexOf(choice);
              return (
                <PickerOption
                  key={choice.id}
                  id={optionId(index)}
                  choice={choice}
                  isActive={index === active}
                  onChoose={onChoose}
                />
              );
            })}
          </PickerGroup>
        ))}
        {choices.length === 0 && <p className={styles.nothing}>Nothing is called that.</p>}
      </div>
    </div>
  );
}

import { categories, type Category, definitions, type NodeDefinition } from '@gatherline/flow';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { categoryTitles, nodeView, findSteps, useEditor } from '../../store/index.ts';
import styles from './palette.module.css';
import { PaletteItem } from './palette-item.tsx';

/** Every kind of step, by what it is for. A click adds it after the selected step; a drag puts it where it is dropped. */
export function Palette() {
  const [query, setQuery] = useState('');
  const hasStart = useEditor(({ flow }) =>
    Object.values(flow?.nodes ?? {}).some((node) => nodeView(node).role === 'entry'),
  );
  const offered = definitions.filter(({ role }) => role !== 'entry' || !hasStart);
  const found = findSteps(offered, query);
  return (
    <nav className={styles.palette} aria-label="Steps">
      <TextInput
        className={styles.search}
        size="sm"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        placeholder="Find a step"
        aria-label="Find a step"
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <div className={styles.list}>
        {query.trim() === '' ? (
          categories.map((category) => (
            <Group
              key={category}
              category={category}
              steps={found.filter((step) => step.category === category)}
            />
          ))
        ) : (
          <Items steps={found} />
        )}
        {found.length === 0 && (
          <p className={styles.nothing}>No step is called that. Try “menu”, “say” or “voicemail”.</p>
        )}
      </div>
    </nav>
  );
}

interface GroupProps {
  readonly category: Category;
  readonly steps: readonly NodeDefinition[];
}

function Group({ category, steps }: GroupProps) {
  if (steps.length === 0) return null;
  return (
    <section aria-label={categoryTitles[category]}>
      <h2 className={styles.title}>{categoryTitles[category]}</h2>
      <Items steps={steps} />
    </section>
  );
}

function Items({ steps }: Pick<GroupProps, 'steps'>) {
  return (
    <ul className={styles.items}>
      {steps.map((step) => (
        <PaletteItem key={step.type} step={step} />
      ))}
    </ul>
  );
}

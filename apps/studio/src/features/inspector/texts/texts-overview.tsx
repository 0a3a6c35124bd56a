import { Modal, SegmentedControl, TextInput } from '@mantine/core';
import type { Flow } from '@gatherline/flow';
import { IconSearch, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { languagesOf, useEditorApi } from '../../../store/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import styles from './texts.module.css';
import { filterRows, type TextRow } from './texts-rows.ts';
import { TextsTable } from './texts-table.tsx';

interface Props {
  readonly flow: Flow;
  readonly rows: readonly TextRow[];
  readonly onClose: () => void;
}

/** Every text that callers hear, with a column for each language, to be written in place. */
export function TextsOverview({ flow, rows, onClose }: Props) {
  const editor = useEditorApi();
  const [query, setQuery] = useState('');
  const [isOnlyLacking, setOnlyLacking] = useState(false);
  const lacking = rows.filter((row) => row.lacking.length > 0).length;
  const shown = useSteady(filterRows(rows, { query, isOnlyLacking }), rows, `${query}/${isOnlyLacking}`);
  const close = () => {
    editor.getState().commitField();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title="What callers hear"
      size="min(1400px, 94vw)"
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.tools}>
        <TextInput
          className={styles.search}
          size="sm"
          data-autofocus
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          placeholder="Find a text or a step"
          aria-label="Find a text or a step"
          leftSection={<IconSearch size={16} aria-hidden />}
        />
        <SegmentedControl
          size="sm"
          aria-label="Which texts to show"
          value={isOnlyLacking ? 'lacking' : 'all'}
          onChange={(value) => setOnlyLacking(value === 'lacking')}
          data={[
            { value: 'all', label: `All ${rows.length}` },
            { value: 'lacking', label: `Words missing ${lacking}` },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={IconTable} title={emptyTitle({ rows, query, isOnlyLacking })} />
      ) : (
        <TextsTable rows={shown} languages={languagesOf(flow)} onJump={close} />
      )}
    </Modal>
  );
}

function emptyTitle({
  rows,
  query,
  isOnlyLacking,
}: {
  rows: readonly TextRow[];
  query: string;
  isOnlyLacking: boolean;
}) {
  if (rows.length === 0) return 'This flow says nothing yet';
  if (query.trim() !== '') return 'No text is like that';
  return isOnlyLacking ? 'Every text is there in every language' : 'No texts';
}

/** A row stays while it is being written, although it lacks nothing any more: rows go only when the filter changes. */
function useSteady(
  filtered: readonly TextRow[],
  rows: readonly TextRow[],
  filter: string,
): readonly TextRow[] {
  const [held, setHeld] = useState({ filter, keys: new Set(filtered.map(({ key }) => key)) });
  if (held.filter !== filter) {
    const keys = new Set(filtered.map(({ key }) => key));
    setHeld({ filter, keys });
    return filtered;
  }
  return rows.filter(({ key }) => held.keys.has(key));
}

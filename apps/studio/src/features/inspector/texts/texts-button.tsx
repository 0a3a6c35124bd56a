import { Button } from '@mantine/core';
import type { Flow } from '@gatherline/flow';
import { IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { languagesOf } from '../../../store/index.ts';
import styles from './texts.module.css';
import { TextsOverview } from './texts-overview.tsx';
import { textRows } from './texts-rows.ts';

/** Opens the table of all texts; says how many lack words. */
export function TextsButton({ flow }: { readonly flow: Flow }) {
  const [isOpen, setOpen] = useState(false);
  const rows = useMemo(() => textRows(flow, languagesOf(flow)), [flow]);
  const lacking = rows.filter((row) => row.lacking.length > 0).length;
  return (
    <div className={styles.opener}>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconTable size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        All texts
      </Button>
      <span className={styles.count}>
        {countOf(rows.length, 'text')}
        {lacking > 0 && `, ${lacking} with words missing`}
      </span>
      {isOpen && <TextsOverview flow={flow} rows={rows} onClose={() => setOpen(false)} />}
    </div>
  );
}

function countOf(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Flow } from '@gatherline/flow';
import { type BoundResource, canStandFor } from '../../../api/index.ts';
import { useEditorApi } from '../../../store/index.ts';
import { resourceFaces, resourceWords } from '../../../ui/index.ts';
import styles from './resource-standing.module.css';

interface Props {
  readonly name: string;
  readonly declared: Flow['resources'][string];
  readonly bound: BoundResource | undefined;
}

/** What a declared name is bound to in this service, and the way to change it. */
export function ResourceStanding({ name, declared: { type, title }, bound }: Props) {
  const { requestBinding } = useEditorApi().getState();
  const fits = bound !== undefined && canStandFor(bound, type);
  const Drawn = fits ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={fits ? styles.bound : styles.missing}>
      <Drawn size={15} aria-hidden className={styles.icon} />
      <span className={styles.words}>{wordsOf(bound, fits)}</span>
      {bound?.read_only !== true && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`${bound === undefined ? 'Set value' : 'Change the value'} of ${name}`}
          onClick={() => requestBinding({ name, type, title })}
        >
          {bound === undefined ? 'Set value' : 'Change'}
        </Button>
      )}
    </div>
  );
}

function wordsOf(bound: BoundResource | undefined, fits: boolean): string {
  if (bound === undefined) return 'Has no value here';
  if (!fits) return `Is ${resourceFaces[bound.type].noun} here`;
  return bound.value === undefined ? 'Is set' : resourceWords(bound.value);
}

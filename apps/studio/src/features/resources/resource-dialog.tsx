import { Modal } from '@mantine/core';
import { resourceFaces } from '../../ui/index.ts';
import { ResourceForm } from './resource-form.tsx';
import type { ResourceRow } from './resource-rows.ts';
import { namesOf } from './resource-rows.ts';
import styles from './resources.module.css';

interface Props {
  /** The name whose value is asked for; `new` asks for the name too; `null` asks for nothing. */
  readonly asked: ResourceRow | 'new' | null;
  readonly rows: readonly ResourceRow[];
  readonly onClose: () => void;
}

/** Asks for the value of a name. What was typed is only lost on purpose. */
export function ResourceDialog({ asked, rows, onClose }: Props) {
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={titleOf(asked)}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {asked !== null && (
        <>
          {asked !== 'new' && <About row={asked} />}
          <ResourceForm
            key={asked === 'new' ? '' : asked.name}
            basis={asked === 'new' ? blank : basisOf(asked)}
            needed={new Map(rows.flatMap((row) => (row.bound === undefined ? [[row.name, row.type]] : [])))}
            taken={rows.filter((row) => row.bound !== undefined).map(({ name }) => name)}
            onClose={onClose}
          />
        </>
      )}
    </Modal>
  );
}

const blank = { name: null, type: 'number', isTypeGiven: false, value: undefined, isSet: false } as const;

function titleOf(asked: Props['asked']): string {
  if (asked === null || asked === 'new') return 'Add a detail';
  return asked.bound === undefined ? `Set ${asked.name}` : `Change ${asked.name}`;
}

/** A value of another kind than a flow reads gives way to one of its kind. */
function basisOf({ name, type, bound, readers }: ResourceRow) {
  const wanted = readers.find(({ isServed }) => !isServed)?.type ?? type;
  return {
    name,
    type: wanted,
    isTypeGiven: readers.length > 0,
    value: wanted === bound?.type ? bound.value : undefined,
    isSet: bound !== undefined,
  };
}

function About({ row: { title, type, readers, bound } }: { readonly row: ResourceRow }) {
  const isMisfit = bound !== undefined && readers.some(({ isServed }) => !isServed);
  return (
    <p className={styles.about}>
      {title !== undefined && <b>{title}. </b>}
      {readers.length > 0 && !isMisfit && `${resourceFaces[type].title}. `}
      {readers.length > 0 && `Read by ${namesOf(readers)}. `}
      {isMisfit && `What is there now is ${resourceFaces[type].noun}.`}
    </p>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import { idSchema } from '@gatherline/flow';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { messageOf, useCreateFlow } from '../../api/index.ts';
import { TextField, Notice } from '../../ui/index.ts';
import { emptyFlow } from './empty-flow.ts';
import styles from './flows.module.css';
import { proposeId } from './propose-id.ts';

interface Props {
  readonly isOpen: boolean;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Asks for a name; the id follows from it until the person writes one. */
export function NewFlowDialog({ isOpen, taken, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="New flow"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOpen && <NewFlowForm taken={taken} onClose={onClose} />}
    </Modal>
  );
}

function NewFlowForm({ taken, onClose }: Omit<Props, 'isOpen'>) {
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string | null>(null);
  const creation = useCreateFlow();
  const navigate = useNavigate();
  const id = ownId ?? proposeId(name, taken);
  const idError = idComplaint(id, taken);
  const isReady = name.trim() !== '' && idError === undefined;
  const create = () => {
    if (!isReady) return;
    creation.mutate(emptyFlow({ id, name: name.trim() }), { onSuccess: () => void navigate(`/flows/${id}`) });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <TextField
        label="Name"
        required
        isFirst
        placeholder="Clinic front desk"
        maxCharacters={120}
        value={name}
        onChange={(next) => setName(next ?? '')}
      />
      <TextField
        label="Id"
        help="The name of its file and its place in addresses. It can't be changed later."
        example="clinic_front_desk"
        error={name === '' && ownId === null ? undefined : idError}
        value={id}
        keepEmpty
        onChange={(next) => setOwnId(next ?? '')}
      />
      {creation.isError && (
        <Notice tone="danger" role="alert" title="The flow could not be made">
          {messageOf(creation.error)}
        </Notice>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={creation.isPending} disabled={!isReady}>
          Create
        </Button>
      </Group>
    </form>
  );
}

function idComplaint(id: string, taken: readonly string[]): string | undefined {
  const checked = idSchema.safeParse(id);
  if (!checked.success) return checked.error.issues[0]?.message;
  return taken.includes(id) ? 'Another flow has this id.' : undefined;
}

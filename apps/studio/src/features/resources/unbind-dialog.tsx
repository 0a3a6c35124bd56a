import { messageOf, useUnbindResource } from '../../api/index.ts';
import { useEditorApi } from '../../store/index.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { namesOf, type ResourceRow } from './resource-rows.ts';

interface Props {
  readonly row: ResourceRow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a value goes, and says which flows will miss it. */
export function UnbindDialog({ row: { name, readers }, isOpen, onClose }: Props) {
  const editor = useEditorApi();
  const removal = useUnbindResource();
  const close = () => {
    removal.reset();
    onClose();
  };
  const remove = () =>
    removal.mutate(name, {
      onSuccess: () => {
        editor.getState().announce(`${name} is deleted`);
        close();
      },
    });
  return (
    <ConfirmDialog
      opened={isOpen}
      title={`Delete ${name}?`}
      action="Delete"
      dangerous
      busy={removal.isPending}
      error={removal.isError ? messageOf(removal.error) : undefined}
      onConfirm={remove}
      onClose={close}
    >
      {readers.length === 0
        ? 'No flow reads it. This can’t be undone.'
        : `${namesOf(readers)} will read nothing under this name, and can’t be published until it has a value again. This can’t be undone.`}
    </ConfirmDialog>
  );
}

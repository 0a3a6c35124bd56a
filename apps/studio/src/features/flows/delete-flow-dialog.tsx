import { messageOf, type ListedFlow, useDeleteFlow } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/index.ts';

interface Props {
  readonly flow: ListedFlow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a flow goes; the service's refusal (a number still leads to it) is shown where it was asked. */
export function DeleteFlowDialog({ flow, isOpen, onClose }: Props) {
  const removal = useDeleteFlow();
  const close = () => {
    removal.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={isOpen}
      title={`Delete “${flow.name}”?`}
      action="Delete"
      dangerous
      busy={removal.isPending}
      error={removal.isError ? messageOf(removal.error) : undefined}
      onConfirm={() => removal.mutate({ id: flow.id, revision: flow.revision }, { onSuccess: close })}
      onClose={close}
    >
      The flow and all its published versions go. This can't be undone; export it first if you may want it
      back.
    </ConfirmDialog>
  );
}

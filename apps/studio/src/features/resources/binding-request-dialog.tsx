import { useDrafts, useResources } from '../../api/index.ts';
import { type BindingRequest, type EditorState, useEditor, useEditorApi } from '../../store/index.ts';
import { ResourceDialog } from './resource-dialog.tsx';
import { type ResourceRow, rowsOf } from './resource-rows.ts';

const askedOf = (state: EditorState) => state.bindingRequest;

/** The dialog for the value of a name that somebody in the editor asks for. */
export function BindingRequestDialog() {
  const asked = useEditor(askedOf);
  return asked === null ? null : <Dialog asked={asked} />;
}

function Dialog({ asked }: { readonly asked: BindingRequest }) {
  const { requestBinding } = useEditorApi().getState();
  const resources = useResources();
  const drafts = useDrafts();
  if (resources.isPending || drafts.isPending) return null;
  const rows = rowsOf(resources.data ?? [], drafts.data?.flows ?? []);
  return <ResourceDialog asked={rowFor(asked, rows)} rows={rows} onClose={() => requestBinding(null)} />;
}

/** As the open flow declares it: what was typed there may not be saved yet. */
function rowFor({ name, type, title }: BindingRequest, rows: readonly ResourceRow[]): ResourceRow {
  const known = rows.find((row) => row.name === name);
  const readers = known?.readers ?? [];
  return {
    name,
    bound: known?.bound,
    readers,
    type: known?.bound?.type ?? type,
    title: title ?? known?.title,
  };
}

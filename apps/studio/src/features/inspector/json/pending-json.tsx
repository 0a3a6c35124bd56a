import { Button, Tabs, VisuallyHidden } from '@mantine/core';
import { type EditorState, useEditor } from '../../../store/index.ts';
import { Notice } from '../../../ui/index.ts';
import styles from '../inspector.module.css';
import { draftKey, useJsonDrafts } from './json-drafts.ts';

/** The tab of the JSON; a dot tells that something typed there is not applied. */
export function JsonTab({ node }: { readonly node: string }) {
  const isPending = useIsPending(node);
  return (
    <Tabs.Tab
      value="json"
      rightSection={isPending ? <span className={styles.pendingDot} aria-hidden /> : null}
    >
      JSON
      {isPending && <VisuallyHidden>, not applied</VisuallyHidden>}
    </Tabs.Tab>
  );
}

interface Props {
  readonly node: string;
  readonly onShow: () => void;
}

/** Above the form: the JSON beside it holds something that the form does not show. */
export function PendingJson({ node, onShow }: Props) {
  if (!useIsPending(node)) return null;
  return (
    <Notice tone="caution" title="The JSON of this step is not applied">
      It holds a text that can't be read yet, so the form shows the settings as they were before.{' '}
      <Button variant="subtle" size="compact-xs" onClick={onShow}>
        Show the JSON
      </Button>
    </Notice>
  );
}

/** A flow that can only be read shows what it holds, whatever was typed into another version of it. */
const editableOf = ({ flow, readOnly }: EditorState) => (readOnly ? null : (flow?.id ?? null));

function useIsPending(node: string): boolean {
  const flow = useEditor(editableOf);
  return useJsonDrafts(({ drafts }) => flow !== null && draftKey(flow, node) in drafts);
}

import { Button, Group, TextInput } from '@mantine/core';
import { idSchema } from '@gatherline/flow';
import { useState } from 'react';
import { type Editor, useEditorApi } from '../../../store/index.ts';
import styles from '../inspector.module.css';
import { draftKey, moveDraft } from '../json/json-drafts.ts';

const focus = (input: HTMLInputElement | null) => input?.focus();

interface Props {
  readonly id: string;
  readonly readOnly: boolean;
}

/** The id of a step and a way to change it; every wire and template that names it follows. */
export function NodeId({ id, readOnly }: Props) {
  const editor = useEditorApi();
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <div className={styles.id}>
        <span>
          id <code>{id}</code>
        </span>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={readOnly}
          onClick={() => setTyped(id)}
        >
          Change id
        </Button>
      </div>
    );
  }
  const complaint = typed === id ? undefined : idComplaint(editor, typed);
  const save = () => {
    if (complaint !== undefined) return;
    const { flow, renameNode } = editor.getState();
    if (typed !== id && renameNode(id, typed))
      moveDraft(draftKey(flow?.id ?? '', id), draftKey(flow?.id ?? '', typed));
    setTyped(null);
  };
  return (
    <form
      className={styles.idForm}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        size="xs"
        label="Id"
        description="Templates name the step by it. Every place that does is changed too."
        value={typed}
        error={complaint}
        ref={focus}
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-sm" disabled={complaint !== undefined}>
          Save id
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setTyped(null)}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

function idComplaint(editor: Editor, typed: string): string | undefined {
  const checked = idSchema.safeParse(typed);
  if (!checked.success) return checked.error.issues[0]?.message;
  const isTaken = editor.getState().flow?.nodes[typed] !== undefined;
  return isTaken ? 'Another step has this id.' : undefined;
}

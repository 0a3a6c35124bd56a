import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { definitionOf } from '@gatherline/flow';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { type Node, useEditorApi } from '../../../store/index.ts';
import { readsOf } from './insertions.ts';
import styles from '../inspector.module.css';

/** What later steps may read of this one, by example; a click copies the template. */
export function OutputsList({ id, node }: { readonly id: string; readonly node: Node }) {
  const title = useId();
  const definition = definitionOf(node.type);
  const reads = [
    ...(definition?.outputs(node.params) ?? []).flatMap((output) => readsOf(`nodes.${id}`, output)),
    ...(definition?.eventOutputs ?? []).flatMap((told) => readsOf('event', told)),
  ];
  if (reads.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h3 id={title} className={styles.sectionTitle}>
        Later steps can read
      </h3>
      <ul className={styles.outputs}>
        {reads.map(({ label, text, example }) => (
          <OutputRow key={text} label={label} text={text} example={example} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly text: string;
  readonly example: string;
}

const OutputRow = memo(function OutputRow({ label, text, example }: RowProps) {
  const editor = useEditorApi();
  return (
    <li>
      <CopyButton value={text} timeout={1500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : `Copy ${text}`} withArrow multiline maw={280}>
            <UnstyledButton
              className={styles.output}
              aria-label={`Copy ${label}, for example ${example}`}
              onClick={() => {
                copy();
                editor.getState().announce(`Copied ${text}`);
              }}
            >
              <span className={styles.outputTitle}>{label}</span>
              <span className={styles.outputExample}>{example}</span>
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </UnstyledButton>
          </Tooltip>
        )}
      </CopyButton>
    </li>
  );
});

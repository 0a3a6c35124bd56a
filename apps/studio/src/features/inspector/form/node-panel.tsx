import { Tabs } from '@mantine/core';
import { definitionOf, type Problem } from '@gatherline/flow';
import { useCallback, useRef, useState } from 'react';
import { type EditorState, useEditor } from '../../../store/index.ts';
import { ExitsOverview } from './exits-overview.tsx';
import styles from '../inspector.module.css';
import { NodeForm } from './node-form.tsx';
import { NodeHeader } from './node-header.tsx';
import { NodeJson } from '../json/node-json.tsx';
import { JsonTab, PendingJson } from '../json/pending-json.tsx';
import { OutputsList } from './outputs-list.tsx';
import { UnknownType } from './unknown-type.tsx';
import { useFieldFocus } from './use-field-focus.ts';

const none: readonly Problem[] = [];
const readOnlyOf = (state: EditorState) => state.readOnly;

export type NodeTab = 'settings' | 'json';

interface Props {
  readonly id: string;
  readonly tab: NodeTab;
  readonly onTab: (tab: NodeTab) => void;
}

/** The settings of one step. */
export function NodePanel({ id, tab, onTab }: Props) {
  const node = useEditor((state) => state.flow?.nodes[id]);
  const problems = useEditor((state) => state.problemsByNode.get(id) ?? none);
  const readOnly = useEditor(readOnlyOf);
  const [openGroups, setOpenGroups] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLDivElement>(null);
  const openGroup = useCallback((group: string) => setOpenGroups((open) => new Set([...open, group])), []);
  useFieldFocus({ node: id, panel, onTab, onOpenGroup: openGroup });
  if (node === undefined) return null;
  const isKnown = definitionOf(node.type) !== undefined;
  return (
    <div ref={panel} className={styles.panel}>
      <NodeHeader id={id} node={node} problems={problems} readOnly={readOnly} />
      <Tabs
        value={tab}
        onChange={(next) => onTab(next === 'json' ? 'json' : 'settings')}
        keepMounted={false}
        className={styles.tabs}
      >
        <Tabs.List aria-label="How to show the settings of this step">
          <Tabs.Tab value="settings">Form</Tabs.Tab>
          <JsonTab node={id} />
        </Tabs.List>
        <Tabs.Panel value="settings" className={styles.content}>
          <PendingJson node={id} onShow={() => onTab('json')} />
          {isKnown ? (
            <NodeForm
              key={id}
              {...{ id, node, problems, readOnly, openGroups }}
              onToggleGroup={(group) => setOpenGroups((open) => toggled(open, group))}
            />
          ) : (
            <UnknownType type={node.type} />
          )}
          <ExitsOverview {...{ id, node, problems, readOnly }} />
          <OutputsList id={id} node={node} />
        </Tabs.Panel>
        <Tabs.Panel value="json" className={styles.content}>
          <NodeJson key={id} {...{ id, node, problems, readOnly }} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function toggled(open: ReadonlySet<string>, group: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(group)) next.add(group);
  return next;
}

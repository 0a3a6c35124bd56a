import { type Flow, timeZoneOf } from '@gatherline/flow';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import {
  type EditorState,
  nodeView,
  type handledOutcomes,
  languagesOf,
  nameOf,
  useEditor,
  useEditorApi,
} from '../../../store/index.ts';
import { type Choice, ChoiceField, LocalizedTextField, TextField, TimeZoneField } from '../../../ui/index.ts';
import { FieldGroupSection } from '../form/field-group-section.tsx';
import { FlowInterface } from './flow-interface.tsx';
import { FlowLanguages } from './flow-languages.tsx';
import { FlowResources } from './flow-resources.tsx';
import { FlowVariables } from './flow-variables.tsx';
import { messagesAt } from '../form/field-problems.ts';
import { useInsertions } from '../form/insertions.ts';
import styles from '../inspector.module.css';
import { useSpeakToo } from '../fields/spoken-languages.ts';
import { TextsButton } from '../texts/texts-button.tsx';

const flowOf = (state: EditorState) => state.flow;
const readOnlyOf = (state: EditorState) => state.readOnly;
const aboutTheFlow = (state: EditorState) => state.problems.filter(({ node }) => node === undefined);

/** The settings of the whole flow, shown while no step is selected. */
export function FlowPanel() {
  const { commitField, setSettings } = useEditorApi().getState();
  const insertions = useInsertions();
  const speakToo = useSpeakToo();
  const flow = useEditor(flowOf);
  const disabled = useEditor(readOnlyOf);
  const problems = useEditor(useShallow(aboutTheFlow));
  const [open, setOpen] = useState({ handlers: true, variables: true });
  if (flow === null) return null;
  const { apology, handlers } = flow.settings;
  const shared = { disabled, onCommit: commitField };
  const at = (path: readonly string[]) => ({ at: path.join('.'), ...messagesAt(problems, path, true) });
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.kindTitle}>This flow</h2>
        <p className={styles.quiet}>Select a step to see its settings.</p>
      </header>
      <div className={styles.content}>
        <FlowName key={flow.id} name={flow.name} disabled={disabled} />
        <FlowLanguages flow={flow} disabled={disabled} messagesOf={at} />
        <TimeZoneField
          {...shared}
          {...at(['settings', 'time_zone'])}
          label="Time zone"
          help="By whose clock callers are told the time. Left empty, it is that of the opening hours of this flow, else that of the machine on which the service runs."
          technical="In the file: settings.time_zone"
          placeholder={`Default: ${timeZoneOf([{ ...flow, settings: {} }]) ?? 'that of the service'}`}
          value={flow.settings.time_zone}
          onChange={(next) => setSettings(['time_zone'], next)}
        />
        <LocalizedTextField
          {...shared}
          {...at(['settings', 'apology'])}
          label="Apology"
          help="What callers hear before the call ends, when nothing is connected for what has happened."
          technical="In the file: settings.apology"
          as="multiline"
          insert={insertions.templates}
          placeholder="Sorry, something went wrong. Goodbye."
          languages={languagesOf(flow)}
          onAddLanguage={speakToo}
          value={apology}
          onChange={(next) => setSettings(['apology'], next)}
        />
        <TextsButton flow={flow} />
        <FieldGroupSection
          title="Otherwise"
          isOpen={open.handlers}
          onToggle={() => setOpen({ ...open, handlers: !open.handlers })}
        >
          <p className={styles.quiet}>
            Where calls go when a step has nothing connected for what happens, and what follows a hang-up.
          </p>
          {outcomes.map(({ outcome, label, help, otherwise }) => (
            <ChoiceField
              {...shared}
              {...at(['settings', 'handlers', outcome])}
              key={outcome}
              label={label}
              help={help}
              technical={`In the file: settings.handlers.${outcome}`}
              options={stepsOf(flow)}
              placeholder={otherwise}
              value={handlers?.[outcome]}
              onChange={(next) => setSettings(['handlers', outcome], next)}
            />
          ))}
        </FieldGroupSection>
        <FlowResources resources={flow.resources} disabled={disabled} />
        <FieldGroupSection
          title="Variables"
          isOpen={open.variables}
          onToggle={() => setOpen({ ...open, variables: !open.variables })}
        >
          <FlowVariables variables={flow.variables} disabled={disabled} />
        </FieldGroupSection>
        <FlowInterface key={flow.id} flow={flow} disabled={disabled} />
      </div>
    </div>
  );
}

const APOLOGY = 'An apology, then the call ends';

const outcomes: readonly {
  outcome: (typeof handledOutcomes)[number];
  label: string;
  help: string;
  otherwise: string;
}[] = [
  {
    outcome: 'no_input',
    label: 'No input',
    help: 'The step that takes over when a caller says and presses nothing.',
    otherwise: APOLOGY,
  },
  {
    outcome: 'invalid',
    label: 'Wrong key',
    help: 'The step that takes over after a key nobody asked for.',
    otherwise: APOLOGY,
  },
  {
    outcome: 'error',
    label: 'Error',
    help: 'The step that takes over when something goes wrong.',
    otherwise: APOLOGY,
  },
  {
    outcome: 'hangup',
    label: 'Hang-up',
    help: 'What is done once the caller has hung up or the call has ended: hand on what is known, send a message.',
    otherwise: 'Nothing more',
  },
];

function stepsOf(flow: Flow): readonly Choice<string>[] {
  return Object.entries(flow.nodes)
    .filter(([, node]) => nodeView(node).hasEntry)
    .map(([id]) => ({ value: id, label: nameOf(flow, id) }));
}

/** A flow always has a name: an emptied field is put right when it is left. */
function FlowName({ name, disabled }: { readonly name: string; readonly disabled: boolean }) {
  const { setName, commitField } = useEditorApi().getState();
  const [typed, setTyped] = useState<string | null>(null);
  const write = (next: string | undefined) => {
    setTyped(next ?? '');
    setName(next ?? '');
  };
  return (
    <TextField
      label="Name of the flow"
      required
      keepEmpty
      disabled={disabled}
      maxCharacters={120}
      error={typed?.trim() === '' ? 'Give the flow a name.' : undefined}
      value={typed?.trim() === '' ? typed : name}
      onChange={write}
      onCommit={() => {
        setTyped(null);
        commitField();
      }}
    />
  );
}

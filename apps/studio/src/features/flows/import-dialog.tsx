import { Button, Group, Modal, Text } from '@mantine/core';
import { type Flow, readFlow } from '@gatherline/flow';
import { lint } from '@gatherline/linter';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError, type ListedFlow, messageOf } from '../../api/index.ts';
import { type Issue, IssueList, LoadingState, Notice } from '../../ui/index.ts';
import styles from './flows.module.css';
import { type ImportWay, useImport } from './use-import.ts';

interface Props {
  readonly file: File | null;
  readonly flows: readonly ListedFlow[];
  readonly onClose: () => void;
}

type Read =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const LARGEST_BYTES = 5_000_000;

/** Reads a file, says what would come in and what is wrong with it, and imports only when asked to. */
export function ImportDialog({ file, flows, onClose }: Props) {
  const [reading, setReading] = useState<{ readonly file: File; readonly read: Read } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const readNow = async (chosen: File) => {
      const result = await readFile(chosen);
      if (isCurrent) setReading({ file: chosen, read: result });
    };
    if (file !== null) void readNow(file);
    return () => {
      isCurrent = false;
    };
  }, [file]);
  const read = reading?.file === file ? reading?.read : undefined;
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      title={`Import ${file?.name ?? ''}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {read === undefined && <LoadingState>Reading the file…</LoadingState>}
      {read?.ok === false && <Refusal issues={read.issues} onClose={onClose} />}
      {read?.ok === true && <Preview flow={read.flow} flows={flows} onClose={onClose} />}
    </Modal>
  );
}

async function readFile(file: File): Promise<Read> {
  if (file.size > LARGEST_BYTES) {
    return {
      ok: false,
      issues: [
        { severity: 'error', text: 'This file is larger than 5 MB.', cure: 'Choose a .flow.json file.' },
      ],
    };
  }
  const reading = readFlow(await file.text());
  if (reading.ok) return reading;
  return {
    ok: false,
    issues: reading.problems.map(({ severity, message, cure, node }) => ({
      severity,
      text: message,
      cure,
      place: node,
    })),
  };
}

function Refusal({ issues, onClose }: { readonly issues: readonly Issue[]; readonly onClose: () => void }) {
  return (
    <div className={styles.form}>
      <Text size="sm">This file can't be imported. Nothing was changed.</Text>
      <IssueList label="What is wrong with the file" issues={issues} />
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </Group>
    </div>
  );
}

function Preview({
  flow,
  flows,
  onClose,
}: {
  readonly flow: Flow;
  readonly flows: readonly ListedFlow[];
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const importing = useImport();
  const existing = flows.find(({ id }) => id === flow.id);
  const problems = lint(flow);
  const bring = (way: ImportWay) =>
    importing.mutate(
      { flow, way },
      {
        onSuccess: (id) => {
          onClose();
          void navigate(`/flows/${id}`);
        },
      },
    );
  return (
    <div className={styles.form}>
      <Text size="sm">
        <b>{flow.name}</b> (<code>{flow.id}</code>) with {countOf(Object.keys(flow.nodes).length, 'step')} and{' '}
        {countOf(Object.keys(flow.variables).length, 'variable')}.
      </Text>
      {problems.length > 0 && (
        <div className={styles.scroll}>
          <Text size="sm">
            It can be imported; {countOf(problems.length, 'thing')} to look at afterwards:
          </Text>
          <IssueList
            label="What to look at"
            issues={problems.map(({ severity, message, cure, node }) => ({
              severity,
              text: message,
              cure,
              place: node,
            }))}
          />
        </div>
      )}
      {existing !== undefined && (
        <Notice tone="caution" title={`There is already a flow with the id ${flow.id}`}>
          {existing.read_only
            ? "It comes from a folder of files and can't be replaced here."
            : `Replacing puts this file in the place of the draft of “${existing.name}”; what is published stays.`}
        </Notice>
      )}
      {importing.isError && <Failure cause={importing.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {existing !== undefined && !existing.read_only && (
          <Button variant="default" loading={importing.isPending} onClick={() => bring('replace')}>
            Replace the draft
          </Button>
        )}
        <Button loading={importing.isPending} onClick={() => bring(existing === undefined ? 'new' : 'copy')}>
          {existing === undefined ? 'Import' : 'Import as a copy'}
        </Button>
      </Group>
    </div>
  );
}

function Failure({ cause }: { readonly cause: Error }) {
  const problems = cause instanceof ApiError ? cause.problems : [];
  return (
    <Notice tone="danger" role="alert" title="Not imported">
      {messageOf(cause)}
      <IssueList
        label="What the service refused"
        issues={problems.map(({ severity, message, cure, node }) => ({
          severity,
          text: message,
          cure,
          place: node,
        }))}
      />
    </Notice>
  );
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

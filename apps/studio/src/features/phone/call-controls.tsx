import { Button, Text, TextInput } from '@mantine/core';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { useState } from 'react';
import { type EditorState, useEditor } from '../../store/index.ts';
import { Notice } from '../../ui/index.ts';
import { numberComplaint, rememberedNumber, rememberNumber } from './caller-number.ts';
import type { PhoneState } from './phone-line.ts';
import { usePhone, usePhoneApi } from './phone-provider.tsx';
import { isOnTheLine } from './phone.ts';
import styles from './phone.module.css';

const flowOf = (state: EditorState) => state.flow;
const statusOf = (state: PhoneState) => state.status;
const problemOf = (state: PhoneState) => state.problem;
const rungOf = (state: PhoneState) => state.rung;

/** Call and hang up, and the number the flow sees. */
export function CallControls() {
  const phone = usePhoneApi();
  const status = usePhone(statusOf);
  const problem = usePhone(problemOf);
  const onTheLine = usePhone(isOnTheLine);
  const hasFlow = useEditor(flowOf) !== null;
  const [from, setFrom] = useState(rememberedNumber);
  const complaint = numberComplaint(from);
  const call = () => {
    rememberNumber(from);
    void phone.call(from);
  };
  return (
    <div className={styles.controls}>
      {onTheLine ? (
        <Button
          key="hang-up"
          color="red.8"
          fullWidth
          leftSection={<IconPhoneOff size={18} aria-hidden />}
          onClick={() => void phone.hangUp()}
        >
          Hang up
        </Button>
      ) : (
        <div className={styles.dial}>
          <TextInput
            size="sm"
            label="Call from"
            placeholder="+13125550142"
            inputMode="tel"
            value={from}
            error={complaint}
            onChange={(event) => setFrom(event.currentTarget.value.trim())}
          />
          <Button
            key="call"
            loading={status === 'saving'}
            disabled={!hasFlow || complaint !== undefined}
            leftSection={<IconPhone size={18} aria-hidden />}
            onClick={call}
          >
            Call
          </Button>
        </div>
      )}
      <ChangedNote />
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}

/** The call rings what was drawn when it began; later changes are heard in the next one. */
function ChangedNote() {
  const rung = usePhone(rungOf);
  const flow = useEditor(flowOf);
  if (rung === null || flow === null || isSameLogic(rung, flow)) return null;
  return (
    <Text size="xs" className={styles.hint}>
      You have changed the flow since this call began. Call again to hear the change.
    </Text>
  );
}

function isSameLogic(rung: NonNullable<PhoneState['rung']>, flow: NonNullable<PhoneState['rung']>): boolean {
  return rung.nodes === flow.nodes && rung.settings === flow.settings && rung.variables === flow.variables;
}

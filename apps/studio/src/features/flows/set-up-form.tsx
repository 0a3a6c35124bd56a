import { Button, Group } from '@mantine/core';
import type { Flow } from '@gatherline/flow';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { BoundResource, ListedFlow, Template } from '../../api/index.ts';
import { TextField } from '../../ui/index.ts';
import { EnteredFlows } from './entered-flows.tsx';
import { MakingNotice } from './making-notice.tsx';
import styles from './set-up.module.css';
import { SetUpResources } from './set-up-resources.tsx';
import { needsOf } from './template-needs.ts';
import { useMaking } from './use-making.ts';
import { useSetUp } from './use-set-up.ts';

interface Props {
  /** What is copied; its id and its name are only proposed. */
  readonly flow: Flow;
  readonly templates: readonly Template[];
  readonly flows: readonly ListedFlow[];
  readonly resources: readonly BoundResource[];
}

/** Name, id, the values that are read here, and what is made along. */
export function SetUpForm({ flow, templates, flows, resources }: Props) {
  const form = useRef<HTMLFormElement>(null);
  // As it was when the form opened: what is made meanwhile, by this form too, asks for nothing else.
  const [{ taken, needs }] = useState(() => {
    const ids = flows.map(({ id }) => id);
    return { taken: ids, needs: needsOf(flow, { templates, taken: ids, bound: resources }) };
  });
  const setUp = useSetUp({ flow, needs, taken });
  const making = useMaking();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = () => {
    const wanted = setUp.check();
    if (wanted === null) focusFirstError(form.current);
    else void making.start(wanted);
  };
  const { isMade } = making;
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label="Name"
        required
        keepEmpty
        placeholder="Clinic front desk"
        maxCharacters={120}
        disabled={isMade}
        error={setUp.nameError}
        value={setUp.name}
        onChange={(next) => setUp.setName(next ?? '')}
      />
      <TextField
        label="Id"
        help="The name of its file and its place in addresses. It can't be changed later."
        example="clinic_front_desk"
        keepEmpty
        disabled={isMade}
        error={setUp.idError}
        value={setUp.id}
        onChange={(next) => setUp.setId(next ?? '')}
      />
      <SetUpResources
        flow={flow}
        needs={needs}
        values={setUp.values}
        errorOf={setUp.errorOf}
        onValue={setUp.setValue}
      />
      <EnteredFlows needs={needs} flows={flows} />
      <MakingNotice state={making.state} flow={isMade ? setUp.id : null} />
      <Group justify="flex-end" gap="sm">
        <Button component={Link} to="/new" variant="default">
          Cancel
        </Button>
        <Button type="submit" loading={making.state.kind === 'busy'}>
          {isMade ? 'Try again' : 'Create flow'}
        </Button>
      </Group>
    </form>
  );
}

/** Once the messages stand there. */
function focusFirstError(form: HTMLFormElement | null) {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}

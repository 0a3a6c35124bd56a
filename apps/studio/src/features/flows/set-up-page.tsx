import { Anchor } from '@mantine/core';
import { IconArrowLeft, IconMapOff } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { messageOf, type Template, useFlows, useResources, useTemplates } from '../../api/index.ts';
import { EmptyState, ErrorState, LoadingState, usePageTitle } from '../../ui/index.ts';
import { emptyFlow } from './empty-flow.ts';
import { FlowPreview } from './flow-preview.tsx';
import styles from './set-up.module.css';
import { SetUpForm } from './set-up-form.tsx';
import { countOf } from './template-card.tsx';

/** Asks for what a new flow needs, then makes it: its name, and the values that a template reads. */
export function SetUpPage() {
  const { template: id } = useParams();
  usePageTitle('New flow');
  return (
    <main className={styles.page}>
      <Anchor component={Link} to="/new" className={styles.back ?? ''} c="var(--text-dim)" size="sm">
        <IconArrowLeft size={16} aria-hidden /> All templates
      </Anchor>
      {id === undefined ? <SetUpEmpty /> : <SetUpTemplate id={id} />}
    </main>
  );
}

function SetUpEmpty() {
  const flows = useFlows();
  if (flows.isPending) return <LoadingState>Loading your flows…</LoadingState>;
  return (
    <div className={styles.narrow}>
      <h1 className={styles.title}>Empty flow</h1>
      <p className={styles.sentence}>Only a start. Draw what callers hear step by step.</p>
      <SetUpForm
        flow={emptyFlow({ id: 'flow', name: '' })}
        templates={[]}
        flows={flows.data ?? []}
        resources={[]}
      />
    </div>
  );
}

function SetUpTemplate({ id }: { readonly id: string }) {
  const templates = useTemplates();
  const flows = useFlows();
  const resources = useResources();
  if (templates.isError)
    return (
      <ErrorState title="The template could not be loaded" onRetry={() => void templates.refetch()}>
        {messageOf(templates.error)}
      </ErrorState>
    );
  // What is bound and which ids are taken decide what the form asks for; it must not change under a person's hands.
  if (templates.isPending || flows.isPending || resources.isPending)
    return <LoadingState>Opening the template…</LoadingState>;
  const template = templates.data.find((each) => each.id === id);
  if (template === undefined)
    return (
      <EmptyState icon={IconMapOff} title="There is no such template">
        It may have had another name in an older version.
      </EmptyState>
    );
  return (
    <div className={styles.columns}>
      <div className={styles.head}>
        <h1 className={styles.title}>{template.name}</h1>
        <p className={styles.sentence}>{template.description}</p>
      </div>
      <Picture template={template} />
      <div className={styles.body}>
        <SetUpForm
          flow={template.flow}
          templates={templates.data}
          flows={flows.data ?? []}
          resources={resources.data ?? []}
        />
      </div>
    </div>
  );
}

function Picture({ template: { flow } }: { readonly template: Template }) {
  return (
    <figure className={styles.figure}>
      <div className={styles.picture}>
        <FlowPreview flow={flow} />
      </div>
      <figcaption className={styles.caption}>
        {countOf(Object.keys(flow.nodes).length, 'step')}. Everything can be changed afterwards.
      </figcaption>
    </figure>
  );
}

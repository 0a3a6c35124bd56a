import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { Flow, Json } from '@gatherline/flow';
import { useState } from 'react';
import { ResourceField, resourceFaces, resourceWords } from '../../ui/index.ts';
import styles from './set-up.module.css';
import { countOf } from './template-card.tsx';
import type { NeededResource, TemplateNeeds } from './template-needs.ts';
import type { Values } from './use-set-up.ts';

interface Props {
  readonly flow: Flow;
  readonly needs: TemplateNeeds;
  readonly values: Values;
  readonly errorOf: (resource: NeededResource) => string | undefined;
  readonly onValue: (name: string, value: Json | undefined) => void;
}

/** The names that a template reads, then those of the flows that are made along. */
export function SetUpResources({ flow, needs, ...fields }: Props) {
  const { resources, entered } = needs;
  if (resources.length === 0) return null;
  const of = (id: string) => resources.filter((resource) => resource.flow === id);
  return (
    <section aria-labelledby="set-up-resources" className={styles.section}>
      <h2 id="set-up-resources" className={styles.subtitle}>
        What it needs to know
      </h2>
      <p className={styles.note}>
        These values are kept in this service under their names, beside the flow. Leave out what you don’t
        know yet: you can fill it in later under Details.
      </p>
      <NeededFields {...fields} resources={of(flow.id)} />
      {entered.map(({ id, name }) => (
        <FoldedFields key={id} {...fields} title={name} resources={of(id)} />
      ))}
    </section>
  );
}

interface GroupProps extends Pick<Props, 'values' | 'errorOf' | 'onValue'> {
  readonly resources: readonly NeededResource[];
}

function NeededFields({ resources, values, errorOf, onValue }: GroupProps) {
  return resources.map((resource) => (
    <NeededField
      key={resource.name}
      resource={resource}
      value={values[resource.name]}
      error={errorOf(resource)}
      onValue={(value) => onValue(resource.name, value)}
    />
  ));
}

/** The values of a flow that is made along; they open by themselves when something in them is wrong. */
function FoldedFields({ title, ...group }: GroupProps & { readonly title: string }) {
  const { resources, errorOf } = group;
  const [isOpen, setOpen] = useState(false);
  const hasError = resources.some((resource) => errorOf(resource) !== undefined);
  if (resources.length === 0) return null;
  return (
    <details
      className={styles.folded}
      open={isOpen || hasError}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        For “{title}” <span className={styles.count}>{countOf(resources.length, 'value')}</span>
      </summary>
      <div className={styles.foldedFields}>
        <NeededFields {...group} />
      </div>
    </details>
  );
}

interface FieldProps {
  readonly resource: NeededResource;
  readonly value: Json | undefined;
  readonly error: string | undefined;
  readonly onValue: (value: Json | undefined) => void;
}

function NeededField({ resource, value, error, onValue }: FieldProps) {
  const { name, type, title, bound, fits } = resource;
  const [isChanging, setChanging] = useState(!fits);
  const words = { label: title, technical: `Read in the flow as {{ resources.${name} }}` };
  if (!isChanging)
    return (
      <BoundValue
        resource={resource}
        onChange={() => {
          setChanging(true);
          onValue(bound?.value);
        }}
      />
    );
  return (
    <div className={styles.resource}>
      <ResourceField
        {...words}
        type={type}
        error={error}
        warning={warningOf(resource)}
        placeholder={bound?.type === 'secret' && fits ? 'Write the new secret' : undefined}
        value={value}
        onChange={onValue}
      />
      {fits && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() => {
            setChanging(false);
            onValue(undefined);
          }}
        >
          Keep it as it is
        </Button>
      )}
    </div>
  );
}

function warningOf({ name, type, bound, fits }: NeededResource): string | undefined {
  if (bound === undefined) return undefined;
  if (fits) return `Every flow that reads ${name} will have the new value.`;
  return `Under ${name} there is ${resourceFaces[bound.type].noun}, and this flow needs ${resourceFaces[type].noun}. A value written here replaces it for every flow.`;
}

interface BoundProps {
  readonly resource: NeededResource;
  readonly onChange: () => void;
}

function BoundValue({ resource: { name, type, title, bound }, onChange }: BoundProps) {
  return (
    <div className={styles.bound}>
      <IconCircleCheck size={18} aria-hidden className={styles.check} />
      <div className={styles.boundWords}>
        <span className={styles.boundTitle}>{title}</span>
        <span className={styles.boundValue}>
          {type === 'secret' || bound?.value === undefined ? 'Is set' : resourceWords(bound.value)}
        </span>
      </div>
      {bound?.read_only !== true && (
        <Button variant="default" size="xs" aria-label={`Change ${title} (${name})`} onClick={onChange}>
          Change
        </Button>
      )}
    </div>
  );
}

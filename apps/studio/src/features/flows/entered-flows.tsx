import type { ListedFlow } from '../../api/index.ts';
import { Notice } from '../../ui/index.ts';
import styles from './set-up.module.css';
import type { TemplateNeeds } from './template-needs.ts';

interface Props {
  readonly needs: TemplateNeeds;
  readonly flows: readonly ListedFlow[];
}

/** The flows that a template enters: which of them are made along, and which are taken as they are. */
export function EnteredFlows({ needs: { entered, here, unknown }, flows }: Props) {
  if (entered.length + here.length + unknown.length === 0) return null;
  const nameOf = (id: string) => flows.find((flow) => flow.id === id)?.name ?? id;
  return (
    <section aria-labelledby="set-up-entered" className={styles.section}>
      <h2 id="set-up-entered" className={styles.subtitle}>
        Flows that it enters
      </h2>
      <ul className={styles.entered}>
        {entered.map(({ id, name }) => (
          <li key={id}>
            <b>{name}</b> is made along. Publish it before this one.
          </li>
        ))}
        {here.map((id) => (
          <li key={id}>
            <b>{nameOf(id)}</b> is here already and is used as it is.
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <Notice tone="caution" title="Not everything is here">
          It enters {unknown.join(', ')}, which is neither here nor among the templates. Choose another flow
          in those steps.
        </Notice>
      )}
    </section>
  );
}

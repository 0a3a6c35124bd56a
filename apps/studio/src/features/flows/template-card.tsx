import { Link } from 'react-router';
import type { Template } from '../../api/index.ts';
import { resourceFaces } from '../../ui/index.ts';
import { FlowPreview } from './flow-preview.tsx';
import styles from './gallery.module.css';
import { inOrder } from './template-needs.ts';

/** A ready-made flow: what it looks like, what it does, how long it is and what it asks for. The whole card chooses it. */
export function TemplateCard({ template }: { readonly template: Template }) {
  const { id, name, description, flow } = template;
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <FlowPreview flow={flow} />
      </div>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Link to={`/new/from/${id}`} className={styles.link}>
            {name}
          </Link>
        </h3>
        <p className={styles.sentence}>{description}</p>
        <p className={styles.facts}>
          <span>{countOf(Object.keys(flow.nodes).length, 'step')}</span>
          <Asks template={template} />
        </p>
      </div>
    </article>
  );
}

/** The kinds of values that the flow reads from its surroundings. */
function Asks({ template: { flow } }: { readonly template: Template }) {
  const kinds = [...new Set(Object.values(flow.resources).map(({ type }) => type))].toSorted(inOrder);
  if (kinds.length === 0) return null;
  return (
    <span className={styles.asks}>
      {kinds.map((kind) => {
        const { icon: Drawn, title } = resourceFaces[kind];
        return (
          <span key={kind} className={styles.ask} title={`Asks for: ${title.toLowerCase()}`}>
            <Drawn size={14} role="img" aria-label={`asks for: ${title.toLowerCase()}`} />
          </span>
        );
      })}
    </span>
  );
}

export function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

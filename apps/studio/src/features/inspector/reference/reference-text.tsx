import { Markdown } from 'markdown-to-jsx/react';
import { Children, isValidElement, type ReactNode } from 'react';
import styles from './reference.module.css';

/** Generated Markdown as elements. Anything that looks like HTML is text. */
export function ReferenceText({ children }: { readonly children: string }) {
  return (
    <Markdown className={styles.text ?? ''} options={options}>
      {children}
    </Markdown>
  );
}

const options = {
  disableParsingRawHTML: true,
  // Addresses in the calls are examples: nobody should be led there.
  disableAutoLink: true,
  forceBlock: true,
  overrides: {
    h2: { component: Heading },
    table: { component: Table },
    li: { component: DialogueLine },
    ul: { component: Dialogue },
  },
};

interface Inside {
  readonly children?: ReactNode;
}

function Heading({ children }: Inside) {
  return (
    <h2 id={sectionId(textOf(children))} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** The element a link to a section leads to. */
export function sectionId(title: string): string {
  return `reference-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

/** A table scrolls by itself, so that the page never does sideways. */
function Table({ children }: Inside) {
  return (
    <div className={styles.table} tabIndex={-1}>
      <table>{children}</table>
    </div>
  );
}

function Dialogue({ children }: Inside) {
  return <ol className={styles.dialogue}>{children}</ol>;
}

/** A line of a call: the line speaks on the left, the caller on the right, and what happens stands between. */
function DialogueLine({ children }: Inside) {
  const [first] = Children.toArray(children);
  const word = isValidElement<Inside>(first) && first.type === 'strong' ? textOf(first.props.children) : '';
  const who = word.startsWith('Line') ? 'line' : word.startsWith('Caller') ? 'caller' : 'note';
  return <li data-who={who}>{children}</li>;
}

function textOf(children: ReactNode): string {
  return Children.toArray(children)
    .map((child) => {
      if (isValidElement<Inside>(child)) return textOf(child.props.children);
      return typeof child === 'string' || typeof child === 'number' ? String(child) : '';
    })
    .join('');
}

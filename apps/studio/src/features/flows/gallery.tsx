import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { messageOf, type Template, useTemplates } from '../../api/index.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/index.ts';
import { EmptyCard } from './empty-card.tsx';
import { findTemplates } from './find-templates.ts';
import styles from './gallery.module.css';
import { moveInGrid } from './grid-keys.ts';
import { countOf, TemplateCard } from './template-card.tsx';

/** Ready-made flows to begin from, and the empty one; the keyboard goes from card to card with the arrows. */
export function Gallery({ isFirst = false }: { readonly isFirst?: boolean }) {
  const templates = useTemplates();
  const [query, setQuery] = useState('');
  const grid = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) search.current?.focus();
  }, [isFirst]);
  const found = findTemplates(templates.data ?? [], query);
  const goToCards = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const first = grid.current?.querySelector('a');
    if (event.key === 'ArrowDown') first?.focus();
    else if (query.trim() !== '') first?.click();
  };
  return (
    <section aria-label="Templates">
      <div className={styles.bar}>
        <TextInput
          type="search"
          aria-label="Search the templates"
          placeholder="Search: voicemail, opening hours, two languages…"
          leftSection={<IconSearch size={16} aria-hidden />}
          className={styles.search ?? ''}
          ref={search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={goToCards}
        />
        <VisuallyHidden role="status">
          {templates.isSuccess ? countOf(found.length, 'template') : ''}
        </VisuallyHidden>
      </div>
      {templates.isPending && <LoadingState>Loading the templates…</LoadingState>}
      {templates.isError && (
        <ErrorState title="The templates could not be loaded" onRetry={() => void templates.refetch()}>
          {messageOf(templates.error)}
        </ErrorState>
      )}
      <Cards ref={grid} templates={found} hasEmpty={query.trim() === ''} />
      {templates.isSuccess && found.length === 0 && query.trim() !== '' && (
        <EmptyState
          icon={IconSearchOff}
          title="No template is like that"
          actions={
            <Button variant="default" onClick={() => setQuery('')}>
              Show all
            </Button>
          }
        >
          Search for what callers do, such as “voicemail” or “PIN”, or begin with an empty flow.
        </EmptyState>
      )}
    </section>
  );
}

interface CardsProps {
  readonly templates: readonly Template[];
  readonly hasEmpty: boolean;
  readonly ref: Ref<HTMLUListElement>;
}

function Cards({ templates, hasEmpty, ref }: CardsProps) {
  if (templates.length === 0 && !hasEmpty) return null;
  return (
    // The arrows are a second way to where Tab leads too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={ref} className={styles.cards} aria-label="Flows to begin from" onKeyDown={moveInGrid}>
      {hasEmpty && (
        <li>
          <EmptyCard />
        </li>
      )}
      {templates.map((template) => (
        <li key={template.id}>
          <TemplateCard template={template} />
        </li>
      ))}
    </ul>
  );
}

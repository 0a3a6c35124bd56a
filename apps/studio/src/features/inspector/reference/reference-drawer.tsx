import { Anchor, Drawer, TextInput } from '@mantine/core';
import { IconBook, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { EmptyState, ErrorState, isTyping, LoadingState } from '../../../ui/index.ts';
import { referencePage } from './reference-pages.ts';
import { searchReference, sectionsOf, withoutTitle } from './reference-search.ts';
import { ReferenceText, sectionId } from './reference-text.tsx';
import styles from './reference.module.css';

interface Props {
  readonly type: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Everything about a kind of step, from its generated page, with a search. */
export function ReferenceDrawer({ type, title, onClose }: Props) {
  const page = useQuery({
    queryKey: ['reference', type],
    queryFn: async () => (await referencePage(type)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const press = (event: KeyboardEvent) => {
    if (event.key !== '/' || isTyping(event.target)) return;
    event.preventDefault();
    search.current?.focus();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(720px, 100vw)"
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: styles.body ?? '', content: styles.content ?? '', title: styles.title ?? '' }}
      onKeyDown={press}
    >
      <TextInput
        ref={search}
        className={styles.search ?? ''}
        size="sm"
        data-autofocus
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setQuery('');
        }}
        // The first Escape clears the search, the next one closes.
        data-mantine-stop-propagation={query !== ''}
        placeholder="Search this page"
        aria-label="Search this page"
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      {page.isPending && <LoadingState>Fetching the page…</LoadingState>}
      {page.isError && (
        <ErrorState title="The page can't be fetched" onRetry={() => void page.refetch()}>
          The rest of the studio works on. Check the connection and try again.
        </ErrorState>
      )}
      {page.data === null && (
        <EmptyState icon={IconBook} title="There is no page about this step yet">
          Its settings explain themselves: each has a mark with its help.
        </EmptyState>
      )}
      {typeof page.data === 'string' && <Page markdown={page.data} query={query} />}
    </Drawer>
  );
}

function Page({ markdown, query }: { readonly markdown: string; readonly query: string }) {
  const { body } = useMemo(() => withoutTitle(markdown), [markdown]);
  const found = useMemo(() => searchReference(body, query), [body, query]);
  if (found === '') {
    return (
      <EmptyState icon={IconSearch} title="Nothing on this page is like that">
        Try another word, or Telnyx's own name of a parameter.
      </EmptyState>
    );
  }
  return (
    <>
      <nav className={styles.sections} aria-label="On this page">
        {sectionsOf(found).map((section) => (
          <Anchor key={section} component="button" type="button" size="sm" onClick={() => goTo(section)}>
            {section}
          </Anchor>
        ))}
      </nav>
      <ReferenceText>{found}</ReferenceText>
    </>
  );
}

function goTo(section: string): void {
  const heading = document.getElementById(sectionId(section));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

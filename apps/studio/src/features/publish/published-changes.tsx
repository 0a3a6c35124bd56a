import { Text } from '@mantine/core';
import { type Flow, sayChanges } from '@gatherline/flow';
import { useVersion, useVersions } from '../../api/index.ts';
import { ChangesList, LoadingState } from '../../ui/index.ts';

/** What publishing would change against what callers reach now. */
export function PublishedChanges({ flow }: { readonly flow: Flow }) {
  const versions = useVersions(flow.id);
  const latest = versions.data?.reduce((most, { version }) => Math.max(most, version), 0) ?? 0;
  const published = useVersion(flow.id, latest === 0 ? null : latest);
  if (versions.isError || published.isError) {
    return (
      <Text size="sm">What is published now could not be loaded, so there is nothing to compare with.</Text>
    );
  }
  if (versions.isPending) return <LoadingState>Comparing with what is published…</LoadingState>;
  if (latest === 0)
    return <Text size="sm">This flow has never been published. Everything in it is new.</Text>;
  if (published.data === undefined) return <LoadingState>Comparing with what is published…</LoadingState>;
  const changes = sayChanges(published.data.flow, flow);
  if (changes.length === 0) {
    return <Text size="sm">Nothing: it is the same as version {latest}, which is published.</Text>;
  }
  return <ChangesList label={`Changes since version ${latest}`} changes={changes} />;
}

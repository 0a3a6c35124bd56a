import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { ApiError, messageOf } from '../../api/index.ts';
import { IssueList, Notice } from '../../ui/index.ts';
import type { MakingState } from './use-making.ts';

interface Props {
  readonly state: MakingState;
  /** The id of the flow, once it is there. */
  readonly flow: string | null;
}

/** How far the making came when it was stopped, and why it was. */
export function MakingNotice({ state, flow }: Props) {
  if (state.kind !== 'stopped') return null;
  const { made, left, cause } = state;
  const problems = cause instanceof ApiError ? cause.problems : [];
  if (flow === null)
    return (
      <Notice tone="danger" role="alert" title="The flow could not be made">
        {messageOf(cause)} Nothing was changed.
        {problems.length > 0 && (
          <IssueList
            label="What the service refused"
            issues={problems.map(({ severity, message, cure }) => ({ severity, text: message, cure }))}
          />
        )}
      </Notice>
    );
  return (
    <Notice tone="caution" role="alert" title="Only a part of it was made">
      <p>
        There is now: {made.join(', ')}. Not yet: {left.join(', ')}. {messageOf(cause)}
      </p>
      <p>
        Try again to make the rest, or{' '}
        <Anchor component={Link} to={`/flows/${flow}`} size="sm" underline="always" c="inherit">
          open the flow as it is
        </Anchor>
        .
      </p>
    </Notice>
  );
}

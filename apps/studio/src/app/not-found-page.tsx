import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/index.ts';

export function NotFoundPage() {
  return (
    <main>
      <EmptyState
        icon={IconMapOff}
        title="There is no such page"
        actions={
          <Button component={Link} to="/" variant="default">
            Back to your flows
          </Button>
        }
      >
        The address may be mistyped, or the flow may have been deleted.
      </EmptyState>
    </main>
  );
}

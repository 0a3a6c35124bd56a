import { Badge, Tooltip } from '@mantine/core';
import { IconFlask, IconPhone } from '@tabler/icons-react';
import { useSession } from '../api/index.ts';

/** Whether real callers can reach this service. */
export function ServiceNote() {
  const { data } = useSession();
  if (data === undefined) return null;
  const isDemo = data.mode === 'demo';
  const help = isDemo
    ? 'No carrier is connected, so no real call can come in. The phone in the editor rings your flows as if there were one.'
    : 'Connected to Telnyx: published flows answer real calls.';
  return (
    <Tooltip label={help} multiline maw={280} withArrow events={{ hover: true, focus: true, touch: true }}>
      <Badge
        variant="default"
        size="lg"
        tt="none"
        fw={500}
        tabIndex={0}
        leftSection={isDemo ? <IconFlask size={14} aria-hidden /> : <IconPhone size={14} aria-hidden />}
      >
        {isDemo ? 'Demo mode' : 'Live'}
      </Badge>
    </Tooltip>
  );
}

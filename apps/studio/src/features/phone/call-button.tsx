import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { numberComplaint, rememberedNumber } from './caller-number.ts';
import { usePhone, usePhoneApi } from './phone-provider.tsx';
import { isOnTheLine } from './phone.ts';

/** Rings the flow from anywhere, and shows the phone; while a call is on, just the phone. */
export function CallButton({ onShowPhone }: { readonly onShowPhone: () => void }) {
  const phone = usePhoneApi();
  const onTheLine = usePhone(isOnTheLine);
  const ring = () => {
    onShowPhone();
    const from = rememberedNumber();
    if (!onTheLine && numberComplaint(from) === undefined) void phone.call(from);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconPhone size={16} aria-hidden />}
      onClick={ring}
      aria-label={onTheLine ? 'In a call: show it' : 'Call this flow'}
    >
      {onTheLine ? 'In a call' : 'Call'}
    </Button>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Transcript } from '../../call-view/index.ts';
import { CallControls } from './call-controls.tsx';
import { CallStatus } from './call-status.tsx';
import { Keypad } from './keypad.tsx';
import type { PhoneState } from './phone-line.ts';
import { usePhone, usePhoneApi } from './phone-provider.tsx';
import { isOnTheLine } from './phone.ts';
import styles from './phone.module.css';
import { SayBox } from './say-box.tsx';
import { canSpeak, isMuted, setMuted } from './speaker.ts';
import { PhoneTrace } from './phone-trace.tsx';
import { usePhoneKeys } from './use-phone-keys.ts';

const happeningsOf = (state: PhoneState) => state.happenings;

/** A phone beside the canvas: call the flow, hear it, press keys, see what happened. */
export function PhonePanel() {
  const phone = usePhoneApi();
  const onTheLine = usePhone(isOnTheLine);
  const happenings = usePhone(happeningsOf);
  const panel = usePhoneKeys(onTheLine);
  return (
    <section ref={panel} className={styles.panel} aria-label="Phone" tabIndex={-1}>
      <div className={styles.columns}>
        <div className={styles.phone}>
          <div className={styles.top}>
            <CallStatus />
            {canSpeak && <MuteButton />}
          </div>
          <CallControls />
          <Transcript
            happenings={happenings}
            invitation="Call to hear your flow as a caller does. It rings the draft as it is now."
          />
          <Keypad disabled={!onTheLine} onPress={(key) => void phone.press(key)} />
          <SayBox disabled={!onTheLine} onSay={(text) => void phone.say(text)} />
        </div>
        <PhoneTrace />
      </div>
    </section>
  );
}

function MuteButton() {
  const [muted, setState] = useState(isMuted);
  const label = muted ? 'Read texts aloud' : 'Stop reading aloud';
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Read texts aloud"
        aria-pressed={!muted}
        onClick={() => {
          setMuted(!muted);
          setState(!muted);
        }}
      >
        {muted ? <IconVolumeOff size={18} aria-hidden /> : <IconVolume size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

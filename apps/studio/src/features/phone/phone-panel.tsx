import { ActionIcon, Tooltip } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { CallControls } from './call-controls.tsx';
import { CallStatus } from './call-status.tsx';
import { Keypad } from './keypad.tsx';
import { usePhone, usePhoneApi } from './phone-provider.tsx';
import { isOnTheLine } from './phone.ts';
import styles from './phone.module.css';
import { SayBox } from './say-box.tsx';
import { canSpeak, isMuted, setMuted } from './speaker.ts';
import { TraceList } from './trace-list.tsx';
import { Transcript } from './transcript-view.tsx';
import { usePhoneKeys } from './use-phone-keys.ts';

/** A phone beside the canvas: call the flow, hear it, press keys, see what happened. */
export function PhonePanel() {
  const phone = usePhoneApi();
  const onTheLine = usePhone(isOnTheLine);
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
          <Transcript />
          <Keypad disabled={!onTheLine} onPress={(key) => void phone.press(key)} />
          <SayBox disabled={!onTheLine} onSay={(text) => void phone.say(text)} />
        </div>
        <TraceList />
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

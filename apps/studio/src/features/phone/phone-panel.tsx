import { ActionIcon, Tooltip } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { CallControls } from './call-controls.tsx';
import { CallStatus } from './call-status.tsx';
import { Keypad } from './keypad.tsx';
import { isOnTheLine, phone, usePhone } from './phone.ts';
import styles from './phone.module.css';
import { SayBox } from './say-box.tsx';
import { canSpeak, isMuted, setMuted } from './speaker.ts';
import { TraceList } from './trace-list.tsx';
import { Transcript } from './transcript-view.tsx';

/** A phone beside the canvas: call the flow, hear it, press keys, see what happened. */
export function PhonePanel() {
  const onTheLine = usePhone(isOnTheLine);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => keepFocus(panel.current), [onTheLine]);
  return (
    <section ref={panel} className={styles.panel} aria-label="Phone" tabIndex={-1} onKeyDown={pressTyped}>
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

/** The button that was pressed is gone when the call begins or ends; the keyboard stays with the phone. */
function keepFocus(panel: HTMLElement | null) {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  const isShown = panel !== null && panel.offsetParent !== null;
  if (isLost && isShown) panel.focus({ preventScroll: true });
}

/** Keys of the keyboard are keys of the phone while it has the focus and nobody is typing. */
function pressTyped(event: KeyboardEvent) {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!/^[0-9*#]$/.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  void phone.press(event.key);
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

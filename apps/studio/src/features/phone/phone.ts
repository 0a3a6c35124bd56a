import type { Flow } from '@gatherline/flow';
import { act, followCall, listenToPhone, ring } from '../../api/index.ts';
import { type Editor, markRunningCall, type OverlayStore } from '../../store/index.ts';
import { createPhoneLine, type PhoneState } from './phone-line.ts';
import { hush, speak } from './speaker.ts';

export type Phone = ReturnType<typeof createPhone>;

/** A phone that rings the flow which is open in `editor`, and shows over it where the call is. */
export function createPhone(editor: Editor, overlay: OverlayStore) {
  return createPhoneLine({
    ring,
    act,
    listen: listenToPhone,
    follow: followCall,
    now: () => Date.now(),
    save: () => save(editor),
    canvas: {
      ...markRunningCall(overlay, () => editor.getState().flow),
      announce: (text) => editor.getState().announce(text),
    },
    voice: { speak, hush },
  });
}

async function save(editor: Editor): Promise<Flow | string> {
  const saved = await editor.getState().flushSave();
  const { flow, saveState } = editor.getState();
  if (flow === null) return 'No flow is open.';
  if (saved) return flow;
  if (saveState === 'conflict')
    return 'Someone else has saved this flow. Choose what to keep, then call again.';
  return 'Your last changes could not be saved, so the phone would ring an older version. Try again in a moment.';
}

export function isOnTheLine({ status }: PhoneState): boolean {
  return status === 'ringing' || status === 'connected';
}

import type { Flow } from '@gatherline/flow';
import { useStore } from 'zustand';
import { act, followCall, listenToPhone, ring } from '../../api/index.ts';
import { editor } from '../../store/index.ts';
import { createPhoneLine, type PhoneState } from './phone-line.ts';
import { hush, speak } from './speaker.ts';

/** The phone of this tab. */
export const phone = createPhoneLine({
  ring,
  act,
  listen: listenToPhone,
  follow: followCall,
  now: () => Date.now(),
  save,
  canvas: {
    startRun: (callId) => editor.getState().startRun(callId),
    applyTrace: (entry) => editor.getState().applyTrace(entry),
    endRun: () => editor.getState().endRun(),
    announce: (text) => editor.getState().announce(text),
  },
  voice: { speak, hush },
});

/** Follows one thing of the phone. */
export function usePhone<T>(select: (state: PhoneState) => T): T {
  return useStore(phone.store, select);
}

async function save(): Promise<Flow | string> {
  const saved = await editor.getState().flushSave();
  const { flow, saveState } = editor.getState();
  if (flow === null) return 'No flow is open.';
  if (saved) return flow;
  if (saveState === 'conflict')
    return 'Someone else has saved this flow. Choose what to keep, then call again.';
  return 'Your last changes could not be saved, so the phone would ring an older version. Try again in a moment.';
}

window.addEventListener('pagehide', () => {
  if (isOnTheLine(phone.store.getState())) phone.leave();
});

/** Whoever closes the flow hangs up: nobody else would. */
editor.subscribe(({ flow }) => {
  const state = phone.store.getState();
  if (state.rung !== null && flow?.id !== state.rung.id) phone.leave();
});

export function isOnTheLine({ status }: PhoneState): boolean {
  return status === 'ringing' || status === 'connected';
}

import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useEditorApi, useOverlayApi } from '../../store/index.ts';
import type { PhoneState } from './phone-line.ts';
import { createPhone, isOnTheLine, type Phone } from './phone.ts';

const PhoneContext = createContext<Phone | null>(null);

/** Gives what is inside one phone, for the open flow. */
export function PhoneProvider({ children }: { readonly children: ReactNode }) {
  const editor = useEditorApi();
  const overlay = useOverlayApi();
  const phone = useMemo(() => createPhone(editor, overlay), [editor, overlay]);
  useHangUpOnLeaving(phone);
  return <PhoneContext value={phone}>{children}</PhoneContext>;
}

/** Follows one thing of the phone. */
export function usePhone<T>(select: (state: PhoneState) => T): T {
  return useStore(usePhoneApi().store, select);
}

/** The phone itself, for what is done with it. */
export function usePhoneApi(): Phone {
  const phone = useContext(PhoneContext);
  if (phone === null) throw new Error('There is no PhoneProvider around this component.');
  return phone;
}

/** Whoever closes the flow, or the page, hangs up: nobody else would. */
function useHangUpOnLeaving(phone: Phone): void {
  const editor = useEditorApi();
  const overlay = useOverlayApi();
  useEffect(() => {
    const hangUp = () => {
      if (isOnTheLine(phone.store.getState())) phone.leave();
    };
    const leave = () => {
      phone.leave();
      overlay.clear();
    };
    window.addEventListener('pagehide', hangUp);
    const unsubscribe = editor.subscribe(({ flow }) => {
      const { rung } = phone.store.getState();
      if (rung !== null && flow?.id !== rung.id) leave();
    });
    return () => {
      window.removeEventListener('pagehide', hangUp);
      unsubscribe();
      leave();
    };
  }, [phone, editor, overlay]);
}

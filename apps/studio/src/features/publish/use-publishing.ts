import type { Problem } from '@gatherline/flow';
import { useState } from 'react';
import { ApiError, messageOf, usePublishFlow } from '../../api/index.ts';
import { type Editor, useEditorApi } from '../../store/index.ts';

type State =
  | { readonly kind: 'ready' | 'busy' }
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly version: number };

export interface Publishing {
  readonly state: State;
  readonly publish: () => Promise<void>;
  readonly reset: () => void;
}

/** Saves what is on the canvas, then publishes exactly that. */
export function usePublishing(): Publishing {
  const [state, setState] = useState<State>({ kind: 'ready' });
  const { mutateAsync } = usePublishFlow();
  const editor = useEditorApi();
  const publish = async () => {
    setState({ kind: 'busy' });
    setState(await attempt(editor, mutateAsync));
  };
  return { state, publish, reset: () => setState({ kind: 'ready' }) };
}

async function attempt(
  editor: Editor,
  publishFlow: (asked: { id: string; revision: number }) => Promise<{ version: number }>,
): Promise<State> {
  const saved = await editor.getState().flushSave();
  const { flow, revision, saveState } = editor.getState();
  if (flow === null) return { kind: 'refused', message: 'No flow is open.', problems: [] };
  if (!saved) return { kind: 'refused', message: unsavedBecause(saveState), problems: [] };
  try {
    const { version } = await publishFlow({ id: flow.id, revision });
    editor.getState().announce(`Version ${version} is published`);
    return { kind: 'done', version };
  } catch (cause) {
    return refusalOf(cause);
  }
}

function unsavedBecause(saveState: string): string {
  if (saveState === 'conflict')
    return 'Someone else has saved this flow meanwhile. Choose what to keep first.';
  if (saveState === 'offline') return "Your last changes could not be saved: the service can't be reached.";
  return 'Your last changes could not be saved. Try again in a moment.';
}

function refusalOf(cause: unknown): State {
  if (!(cause instanceof ApiError)) return { kind: 'refused', message: messageOf(cause), problems: [] };
  if (cause.status === 412) {
    const message = 'Someone else has changed this flow since you opened it. Reload it, then publish again.';
    return { kind: 'refused', message, problems: [] };
  }
  return { kind: 'refused', message: cause.message, problems: cause.problems };
}

import { counters, type Editor } from '../store/index.ts';

/** Shows the counters of a build for the bench as `window.__gatherline`, and counts the emits of the store. */
export function countForBench(editor: Editor): void {
  if (counters === null) return;
  const shown = counters;
  Object.assign(window, { __gatherline: shown });
  editor.subscribe(() => {
    shown.storeEmits += 1;
  });
}

import { VisuallyHidden } from '@mantine/core';
import { useEditor } from '../store/index.ts';

/** Says to screen readers what just happened on the canvas. */
export function LiveRegion() {
  const announcement = useEditor((state) => state.announcement);
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite" aria-label="What just happened">
        <span key={announcement?.at}>{announcement?.text}</span>
      </div>
    </VisuallyHidden>
  );
}

import { Notice } from '../../../ui/index.ts';

/** A step of a kind that this version does not know; it stays in the file as it is. */
export function UnknownType({ type }: { readonly type: string }) {
  return (
    <Notice tone="caution" title={`Unknown kind of step: ${type}`}>
      This version of Gatherline can't show its settings. They are kept as they are; the JSON tab has them.
    </Notice>
  );
}

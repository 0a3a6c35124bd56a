import { messageOf, type useFlowSignature } from '../../../api/index.ts';
import { FieldMessage, LoadingState } from '../../../ui/index.ts';
import styles from '../inspector.module.css';

interface Props {
  readonly id: string | null;
  readonly signature: ReturnType<typeof useFlowSignature>;
}

/** Why it is not known yet what the chosen flow takes and gives. */
export function SignatureState({ id, signature }: Props) {
  if (id === null) return <p className={styles.quiet}>Choose a flow first.</p>;
  if (signature.isPending) return <LoadingState>Reading what the flow declares…</LoadingState>;
  return signature.isError ? <FieldMessage warning={messageOf(signature.error)} /> : null;
}

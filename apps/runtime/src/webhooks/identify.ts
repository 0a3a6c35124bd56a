import {
  explainV1Request,
  headerFault,
  type SignatureCheck,
  type SignatureVerdict,
  type VerifiedWebhook,
  type WebhookHeaders,
} from '@gatherline/carrier';
import { systemClock } from '../clock.ts';
import type { CarrierName } from '../store/ports/call-store.ts';

/** Each key that may sign, and the carrier it stands for. */
export type SignatureChecks = readonly { readonly carrier: CarrierName; readonly check: SignatureCheck }[];

export type Sender = { readonly carrier: CarrierName; readonly webhook: VerifiedWebhook };
type Unproved = Exclude<SignatureVerdict, { ok: true }>;

/** A sender that is refused: `reason` is counted, `code` answered, `message` answered and logged. */
export interface Refusal {
  readonly reason: Unproved['reason'];
  readonly code: string;
  readonly message: string;
}

/** What can be refused without reading its body. */
export function refusalByHeaders(headers: WebhookHeaders): Refusal | null {
  const reason = headerFault(headers);
  if (reason === null) return null;
  const v1 = explainV1Request(headers);
  if (v1 !== null) return { reason, code: 'api_v1', message: v1 };
  const what = reason === 'missing_header' ? 'has no signature' : 'has a malformed signature or timestamp';
  return { reason, code: reason, message: `A webhook was refused: it ${what}.` };
}

/** The key that verifies tells which carrier speaks. How old a signature is, is a matter of the machine's own time. */
export function identify(checks: SignatureChecks, headers: WebhookHeaders, body: Buffer): Sender | Refusal {
  let refused: Unproved = { ok: false, reason: 'wrong_signature' };
  for (const { carrier, check } of checks) {
    const verdict = check(headers, body, systemClock.now());
    if (verdict.ok) return { carrier, webhook: verdict.webhook };
    if (verdict.reason === 'stale' || refused.reason !== 'stale') refused = verdict;
  }
  const { reason } = refused;
  return { reason, code: reason, message: messageOf(refused) };
}

function messageOf(refused: Unproved): string {
  if (refused.reason !== 'stale') return 'A webhook was refused: its signature does not hold.';
  const { ageSecs } = refused;
  const when = ageSecs < 0 ? `${-ageSecs} s in the future` : `${ageSecs} s ago`;
  return (
    `A webhook was refused although its signature holds: by the clock of this machine it was signed ${when}. ` +
    'Set the clock (let NTP keep it); if it is right, somebody sends an old webhook again.'
  );
}

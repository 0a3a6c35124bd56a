import { APOLOGY, type TraceEntry } from '@gatherline/engine';

/** Why a call went the way it went; `trace` is the line of the engine's trace that says so. */
export interface Reason {
  /** Milliseconds since the call began. */
  readonly atMs: number;
  readonly text: string;
  readonly trace: TraceEntry;
}

/**
 * What the person on the phone can't hear and whoever mends the flow must know: why a step was left, what the carrier
 * refused, what a template had no value for. In the order of the trace.
 */
export function reasonsIn(trace: readonly TraceEntry[], beganAtMs: number): readonly Reason[] {
  return trace.flatMap((entry) => {
    const text = reasonOf(entry);
    return text === null ? [] : [{ atMs: Date.parse(entry.at) - beganAtMs, text, trace: entry }];
  });
}

/** The reason that a line of the trace holds, in words; `null` for a line without one. */
export function reasonOf(entry: TraceEntry): string | null {
  if (entry.kind === 'left') return whyLeft(entry);
  if (entry.kind === 'refused') return refusal(entry);
  if (entry.kind === 'note') return entry.node === undefined ? entry.text : `At ${entry.node}: ${entry.text}`;
  if (entry.kind === 'ignored' && entry.type === 'signal') return `A signal moves nothing: ${entry.why}`;
  return null;
}

function whyLeft({ node, exit, why, via, to }: Extract<TraceEntry, { kind: 'left' }>): string | null {
  const isLost = via === 'apology';
  if (why === undefined && exit !== 'error' && !isLost) return null;
  const leaves = `The call leaves ${node} by ${exit}${why === undefined ? '' : `: ${why}`}`;
  if (!isLost) return sentence(leaves);
  const next = to === APOLOGY ? 'apologises and hangs up' : 'hangs up';
  return `${sentence(leaves)} Nothing is wired to ${exit}, so the flow ${next}.`;
}

function refusal({
  node,
  action,
  status,
  code,
  title,
  detail,
}: Extract<TraceEntry, { kind: 'refused' }>): string {
  const numbers = [code, ...(status === null ? [] : [`HTTP ${status}`])].filter((number) => number !== '');
  const refused = `The carrier refuses ${action} of ${node}: ${title} (${numbers.join(', ')})`;
  return detail === '' || detail === title ? sentence(refused) : `${sentence(refused)} ${sentence(detail)}`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

import { type Carrier, commandIdLifeMs, isRepeatable, type Refusal } from '@gatherline/carrier';
import type { JsonObject } from '@gatherline/flow';
import type { Clock } from '../../clock.ts';
import type { PendingCommand } from '../../store/ports/call-store.ts';
import { pause } from './pause.ts';

/** What became of a command, as far as the call is concerned. `stopped`: nobody knows yet, and we are going home. */
export type Sent =
  | { readonly kind: 'accepted'; readonly response: JsonObject }
  | { readonly kind: 'call_over' }
  | { readonly kind: 'refused' | 'unavailable' | 'unconfirmed'; readonly refusal: Omit<Refusal, 'class'> }
  | { readonly kind: 'stopped' };

export interface Sending {
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** How long a command may be sent again: beyond the life of its id a repeat might be done twice. */
export const repeatableForMs = commandIdLifeMs - 5000;
const longestPauseMs = 60_000;

/**
 * Sends a command. `mayHaveBeenSent`: a former process may have sent it already. Then an old one is not sent again, because
 * saying a thing twice is worse than the error exit.
 */
export async function sendCommand(
  pending: PendingCommand,
  mayHaveBeenSent: boolean,
  sending: Sending,
): Promise<Sent> {
  if (!mayHaveBeenSent) return send(pending, sending);
  const { clock, signal } = sending;
  const untilMs = pending.createdMs + repeatableForMs;
  if (clock.now() > untilMs || !isRepeatable(pending.command.action))
    return resolveUncertain(pending, sending);

  const lapsing = new AbortController();
  const cancel = clock.at(untilMs, () => lapsing.abort());
  const sent = await send(pending, { ...sending, signal: AbortSignal.any([signal, lapsing.signal]) });
  cancel();
  return sent.kind === 'stopped' && !signal.aborted ? resolveUncertain(pending, sending) : sent;
}

async function send(pending: PendingCommand, sending: Sending): Promise<Sent> {
  const { callId, leg, action, id: commandId, body } = pending.command;
  const callControlId = leg === undefined ? callId : leg;
  const outcome = await sending.carrier.send({ action, callControlId, commandId, body }, sending.signal);
  if (outcome.kind === 'accepted') return outcome;
  if (outcome.kind === 'call_over') return confirmOver(pending, outcome.refusal, sending);
  // A try that our own going home cut short says nothing about the command.
  if (outcome.kind === 'unavailable' && isOurOwnEnd(outcome.refusal)) return { kind: 'stopped' };
  return outcome;
}

function isOurOwnEnd({ code }: Refusal): boolean {
  return code === 'closed' || code === 'aborted';
}

/** The leg that is gone need not be the caller's: a bridge names another one. */
async function confirmOver(
  { command }: PendingCommand,
  refusal: Refusal,
  { carrier }: Sending,
): Promise<Sent> {
  const status = await carrier.retrieveStatus(command.callId);
  if (status.kind === 'unknown' && isOurOwnEnd(status.refusal)) return { kind: 'stopped' };
  return status.kind === 'alive' ? { kind: 'refused', refusal } : { kind: 'call_over' };
}

async function resolveUncertain(
  { command }: PendingCommand,
  { carrier, clock, signal }: Sending,
): Promise<Sent> {
  for (let pauseMs = 1000; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const status = await carrier.retrieveStatus(command.callId);
    if (status.kind === 'gone') return { kind: 'call_over' };
    if (status.kind === 'alive') return { kind: 'unconfirmed', refusal: unconfirmed };
    await pause(clock, pauseMs, signal);
  }
  return { kind: 'stopped' };
}

const unconfirmed = {
  status: null,
  code: 'unconfirmed',
  title: 'Nobody knows whether the carrier took this command',
  detail: 'The service stopped while it was being sent, and too long ago to send it again.',
};

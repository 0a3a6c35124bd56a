import type { Carrier } from '@gatherline/carrier';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { type Metrics, toLabel } from '../../metrics.ts';
import type { CallStore, CarrierName, PendingCommand, Reducer } from '../../store/ports/call-store.ts';
import { StoreUnavailableError } from '../../store/ports/store.ts';
import type { InFlight } from '../../in-flight.ts';
import type { Requester } from '../../requests/requester.ts';
import type { Resources } from '../../resources/resources.ts';
import type { NoteFault } from '../faults.ts';
import { pause } from './pause.ts';
import type { ApplyToCall } from '../apply-to-call.ts';
import { failedRequest, type RequestSent, sendRequest } from './send-request.ts';
import { type Sent, sendCommand } from './send-command.ts';
import type { Reducers } from '../reducers.ts';

export interface CommandDispatcherParts {
  readonly calls: Pick<CallStore, 'acknowledge'>;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  readonly requester: Pick<Requester, 'send'>;
  readonly resources: Pick<Resources, 'secret'>;
  readonly reducers: Reducers;
  readonly applyToCall: ApplyToCall;
  readonly noteFault: NoteFault;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  /** Requests to servers, until what came of each is written down. */
  readonly requests: InFlight;
  readonly log: Logger;
  readonly metrics: Metrics;
}

export interface CommandDispatcher {
  /** Sends these after what their call has waiting already, but not those that were `cancelled`. */
  enqueue(callId: string, commands: readonly PendingCommand[], cancelled: readonly number[]): void;
  /**
   * Takes up what a former process left: of each call the first command may have reached the carrier already, and every
   * request its server.
   */
  resume(commands: readonly PendingCommand[]): void;
  /** Sends nothing more; what waits stays in the store for the next start. */
  stop(): void;
}

interface Waiting {
  readonly pending: PendingCommand;
  readonly mayHaveBeenSent: boolean;
}

/**
 * Carries out the commands of one call strictly in order, those of different calls side by side. Requests to servers go
 * beside them, so that a slow server keeps nobody waiting for the carrier.
 */
export function createCommandDispatcher(parts: CommandDispatcherParts): CommandDispatcher {
  const queues = new Map<string, Waiting[]>();
  const stopping = new AbortController();

  async function empty(callId: string, queue: Waiting[]): Promise<void> {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      const isDone = await dispatch(parts, next, stopping.signal);
      if (!isDone) return;
      queue.shift();
    }
    queues.delete(callId);
  }

  function add(waiting: Waiting): void {
    const { command } = waiting.pending;
    if (command.via === 'http') return void parts.requests.track(requestOf(parts, waiting, stopping.signal));
    const { callId } = command;
    const queue = queues.get(callId);
    if (queue !== undefined) {
      queue.push(waiting);
      return;
    }
    const begun = [waiting];
    queues.set(callId, begun);
    void parts.inFlight.track(empty(callId, begun));
  }

  return {
    enqueue(callId, commands, cancelled) {
      const queue = queues.get(callId);
      const kept = queue?.filter(({ pending }) => !cancelled.includes(pending.seq)) ?? [];
      queue?.splice(0, queue.length, ...kept);
      for (const pending of commands) add({ pending, mayHaveBeenSent: false });
    },
    resume(commands) {
      const seen = new Set<string>();
      for (const pending of commands) {
        const { callId, via } = pending.command;
        add({ pending, mayHaveBeenSent: via === 'http' || !seen.has(callId) });
        if (via !== 'http') seen.add(callId);
      }
    },
    stop: () => stopping.abort(),
  };
}

/** True once the outcome is written down; false when the service stops before that. */
async function dispatch(
  parts: CommandDispatcherParts,
  { pending, mayHaveBeenSent }: Waiting,
  signal: AbortSignal,
): Promise<boolean> {
  const { carriers, clock, metrics, log } = parts;
  const carrier = carriers.get(pending.carrier);
  if (carrier === undefined || signal.aborted) return false;

  const sent = await sendCommand(pending, mayHaveBeenSent, { carrier, clock, signal }).catch(
    (error: unknown): Sent => {
      noteCommandFault(parts, pending, error);
      return { kind: 'refused', refusal: ourFault };
    },
  );
  if (sent.kind === 'stopped') return false;

  const { callId, action, node, id } = pending.command;
  const facts = { call: callId, node, action, command_id: id, outcome: sent.kind };
  if ('refusal' in sent)
    log.warn({ ...facts, status: sent.refusal.status, code: sent.refusal.code }, sent.refusal.title);
  else log.debug(facts, 'command sent');
  if (!pending.isTest) metrics.commands.inc({ action: toLabel(action), outcome: sent.kind });
  return writeDown(parts, { pending, sent, signal });
}

/** A request is nothing in hand while the server takes its time; what it answers is. */
async function requestOf(
  parts: CommandDispatcherParts,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<void> {
  const { pending } = waiting;
  const facts = { call: pending.command.callId, node: pending.command.node, command_id: pending.command.id };
  parts.log.debug(facts, 'http request goes out');
  const sent = await sendRequest(waiting, { ...parts, signal }).catch((error: unknown): RequestSent => {
    noteCommandFault(parts, pending, error);
    return { kind: 'requested', answer: failedRequest };
  });
  if (sent !== null) await parts.inFlight.track(writeDown(parts, { pending, sent, signal }));
  parts.log.debug(facts, 'http request has ended');
}

const ourFault = {
  status: null,
  code: 'failed',
  title: 'The service failed to send this command',
  detail: 'The log of the service says how.',
};

function noteCommandFault(
  { noteFault }: CommandDispatcherParts,
  { command }: PendingCommand,
  error: unknown,
): void {
  const { callId: call, node, action, id } = command;
  noteFault('command', error, { call, node, action, command_id: id });
}

interface Writing {
  readonly pending: PendingCommand;
  readonly sent: Exclude<Sent, { kind: 'stopped' }> | RequestSent;
  readonly signal: AbortSignal;
}

/** An outcome that the call can't be told of is written off: the command must not come again at every start. */
async function writeDown(
  parts: CommandDispatcherParts,
  { pending, sent, signal }: Writing,
): Promise<boolean> {
  const { callId } = pending.command;
  const ways = [() => acknowledge(parts, pending, sent), () => parts.calls.acknowledge(callId, pending.seq)];
  for (const write of ways) {
    try {
      return await untilStored(parts, { callId, write, signal });
    } catch (error) {
      noteCommandFault(parts, pending, error);
    }
  }
  return true;
}

const longestPauseMs = 30_000;

/** The next command must not go before this one's outcome is on the disk, however long that takes. */
async function untilStored(
  { clock, log }: CommandDispatcherParts,
  { callId, write, signal }: { callId: string; write: () => Promise<void>; signal: AbortSignal },
): Promise<boolean> {
  for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      await write();
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      log.error({ call: callId, err: error }, 'the outcome of a command can not be stored yet');
      await pause(clock, pauseMs, signal);
    }
  }
  return false;
}

async function acknowledge(
  { calls, reducers, applyToCall, clock }: CommandDispatcherParts,
  pending: PendingCommand,
  sent: Writing['sent'],
): Promise<void> {
  const { callId, reportsBack } = pending.command;
  const atMs = clock.now();
  const apply = async (reducer: Reducer) => {
    await applyToCall(
      { carrier: pending.carrier, eventId: null, address: { by: 'call', callId }, atMs },
      reducer,
    );
  };
  if (sent.kind === 'requested') return apply(reducers.onRequested(pending, sent.answer, atMs));
  if ('refusal' in sent) return apply(reducers.onRefused(pending, sent.refusal, atMs));
  if (sent.kind === 'call_over')
    return apply(reducers.onCallOver(pending, 'The carrier says that the call is over.', atMs));
  return reportsBack === true
    ? apply(reducers.onAccepted(pending, sent.response, atMs))
    : calls.acknowledge(callId, pending.seq);
}

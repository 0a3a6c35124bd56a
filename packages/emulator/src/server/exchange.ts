import { carrier, type ModelInput, type Outcome } from '../model/carrier.ts';
import type { Reply } from '../model/errors.ts';
import type { Heard } from '../model/heard.ts';
import { type CarrierState, createModel, type ModelOptions } from '../model/state.ts';
import { callStatus } from '../model/status.ts';
import type { TextMessage } from '../model/texts.ts';
import type { WebhookDraft } from '../model/webhooks.ts';
import type { Clock } from './clock.ts';
import { createHeardLog } from './heard-log.ts';

/** A command that was accepted; `repeat`: it had come before and was ignored. */
export type AcceptedCommand = {
  call_control_id: string | null;
  action: string;
  command_id: string | null;
  repeat: boolean;
};

/** The model living in time: it is woken when something is due, and whoever listens is told. */
export type Exchange = {
  apply(input: ModelInput): Outcome;
  state(): CarrierState;
  status(callControlId: string): Reply;
  /** The last ten thousand, oldest first. */
  commands(): readonly AcceptedCommand[];
  /** What was heard on a leg so far, oldest first. */
  heardOn(callControlId: string): readonly Heard[];
  /** Text messages sent, the last ten thousand, oldest first. */
  texts(): readonly TextMessage[];
  onHeard(listener: (heard: Heard) => void): () => void;
};

type Dependencies = { clock: Clock; model: ModelOptions; onWebhook: (webhook: WebhookDraft) => void };

const kept = 10_000;

export function createExchange({ clock, model, onWebhook }: Dependencies): Exchange {
  let state = createModel({ ...model, startMs: clock.now() });
  let callOff: () => void = () => {};
  const commands: AcceptedCommand[] = [];
  const texts: TextMessage[] = [];
  const heardLog = createHeardLog();
  const listeners = new Set<(heard: Heard) => void>();

  function apply(input: ModelInput): Outcome {
    const outcome = carrier(state, input, clock.now());
    state = outcome.state;
    callOff();
    if (outcome.nextDueAtMs !== null) {
      callOff = clock.at(outcome.nextDueAtMs, () => void apply({ kind: 'time' }));
    }
    remember(commands, acceptedIn(input, outcome));
    remember(texts, outcome.texts);
    heardLog.keep(outcome.heard, state);
    for (const webhook of outcome.webhooks) onWebhook(webhook);
    for (const heard of outcome.heard) for (const listener of listeners) listener(heard);
    return outcome;
  }

  return {
    apply,
    state: () => state,
    status(callControlId) {
      apply({ kind: 'time' });
      return callStatus(state, callControlId);
    },
    commands: () => commands,
    texts: () => texts,
    heardOn: (callControlId) => heardLog.on(callControlId),
    onHeard(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function remember<Thing>(log: Thing[], news: readonly Thing[]): void {
  log.push(...news);
  log.splice(0, Math.max(0, log.length - kept));
}

function acceptedIn(input: ModelInput, { reply, repeat, ids }: Outcome): AcceptedCommand[] {
  if (input.kind !== 'command' || reply?.status !== 200) return [];
  const { command_id: commandId } = input.body;
  return [
    {
      call_control_id: input.callControlId ?? ids?.callControlId ?? null,
      action: input.action,
      command_id: typeof commandId === 'string' ? commandId : null,
      repeat,
    },
  ];
}

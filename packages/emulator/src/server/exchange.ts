import { carrier, type ModelInput, type Outcome } from '../model/carrier.ts';
import { knownLeg } from '../model/ended-legs.ts';
import type { Reply } from '../model/errors.ts';
import type { Heard } from '../model/heard.ts';
import { type CarrierState, createModel, type ModelOptions } from '../model/state.ts';
import { callStatus } from '../model/status.ts';
import type { WebhookDraft } from '../model/webhooks.ts';
import type { Clock } from './clock.ts';

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
  commands(): readonly AcceptedCommand[];
  /** What was heard on a leg so far, oldest first. */
  heardOn(callControlId: string): readonly Heard[];
  onHeard(listener: (heard: Heard) => void): () => void;
};

type Dependencies = { clock: Clock; model: ModelOptions; onWebhook: (webhook: WebhookDraft) => void };

const commandsKept = 10_000;
const forgetEveryMs = 60_000;

export function createExchange({ clock, model, onWebhook }: Dependencies): Exchange {
  let state = createModel({ ...model, startMs: clock.now() });
  let callOff: () => void = () => {};
  let forgetAtMs = 0;
  const commands: AcceptedCommand[] = [];
  const heardByLeg = new Map<string, Heard[]>();
  const listeners = new Set<(heard: Heard) => void>();

  function apply(input: ModelInput): Outcome {
    const outcome = carrier(state, input, clock.now());
    state = outcome.state;
    callOff();
    if (outcome.nextDueAtMs !== null)
      callOff = clock.at(outcome.nextDueAtMs, () => void apply({ kind: 'time' }));
    if (input.kind === 'command') note(input, outcome);
    keep(outcome.heard);
    for (const webhook of outcome.webhooks) onWebhook(webhook);
    for (const heard of outcome.heard) for (const listener of listeners) listener(heard);
    return outcome;
  }

  function note(
    { action, callControlId, body }: Extract<ModelInput, { kind: 'command' }>,
    { reply, repeat, ids }: Outcome,
  ) {
    if (reply?.status !== 200) return;
    const { command_id: commandId } = body;
    if (commands.length === commandsKept) commands.shift();
    commands.push({
      call_control_id: callControlId ?? ids?.callControlId ?? null,
      action,
      command_id: typeof commandId === 'string' ? commandId : null,
      repeat,
    });
  }

  /** The model forgets a leg some time after its end; what was heard on it is forgotten with it. */
  function keep(heard: readonly Heard[]): void {
    for (const one of heard) {
      const earlier = heardByLeg.get(one.callControlId);
      if (earlier === undefined) heardByLeg.set(one.callControlId, [one]);
      else earlier.push(one);
    }
    if (state.nowMs < forgetAtMs) return;
    forgetAtMs = state.nowMs + forgetEveryMs;
    for (const callControlId of heardByLeg.keys()) {
      if (knownLeg(state, callControlId) === undefined) heardByLeg.delete(callControlId);
    }
  }

  return {
    apply,
    state: () => state,
    status(callControlId) {
      apply({ kind: 'time' });
      return callStatus(state, callControlId);
    },
    commands: () => commands,
    heardOn: (callControlId) => heardByLeg.get(callControlId) ?? [],
    onHeard(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

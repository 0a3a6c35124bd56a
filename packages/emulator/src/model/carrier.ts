import { rulesOf } from './activities/index.ts';
import { staffQueues } from './activities/queued.ts';
import { type Command, performCommand } from './commands.ts';
import type { Reply } from './errors.ts';
import type { Heard } from './heard.ts';
import { toJsonObject } from './json.ts';
import { actOut, type CallerAct, type DialIn, dialIn } from './people.ts';
import { changeScript, type ScriptChange } from './script.ts';
import type { CarrierState, Leg } from './state.ts';
import type { TextMessage } from './texts.ts';
import { nextDueAtMs, passTime } from './time.ts';
import { createTurn, putAwayEndedLegs, type Turn } from './turn.ts';
import type { WebhookDraft } from './webhooks.ts';

export type ModelInput =
  | ({ kind: 'command' } & Command)
  | { kind: 'caller'; callControlId: string; act: CallerAct }
  | ({ kind: 'dial_in' } & DialIn)
  | { kind: 'script'; change: ScriptChange }
  | { kind: 'time' };

export type LegIds = { callControlId: string; callLegId: string; callSessionId: string };

export type Outcome = {
  state: CarrierState;
  /** What the HTTP API answers to a command; null for other inputs. */
  reply: Reply | null;
  /** True: the command was a repeat, answered and ignored. */
  repeat: boolean;
  /** Of the leg that this input opened. */
  ids: LegIds | null;
  webhooks: readonly WebhookDraft[];
  heard: readonly Heard[];
  /** Text messages that this input sent. */
  texts: readonly TextMessage[];
  /** When something happens of itself, Unix ms; null: only an input can make something happen. */
  nextDueAtMs: number | null;
};

type Answer = { reply: Reply | null; repeat: boolean; leg: Leg | null };

const nothing: Answer = { reply: null, repeat: false, leg: null };

/**
 * The carrier: everything that is due up to `atMs` (Unix ms) happens in its order and at its own time, then the input
 * does. Pure: the state that came in is left as it was, and the same state, input and time give the same outcome.
 */
export function carrier(state: CarrierState, input: ModelInput, atMs: number): Outcome {
  const turn = createTurn(state, rulesOf);
  passTime(turn, atMs);
  const { reply, repeat, leg } = take(turn, input);
  putAwayEndedLegs(turn);
  return {
    state: turn.state,
    reply,
    repeat,
    ids:
      leg === null
        ? null
        : { callControlId: leg.callControlId, callLegId: leg.legId, callSessionId: leg.sessionId },
    webhooks: turn.webhooks,
    heard: turn.heard,
    texts: turn.texts,
    nextDueAtMs: nextDueAtMs(turn.state),
  };
}

function take(turn: Turn, input: ModelInput): Answer {
  if (input.kind === 'command') return performCommand(turn, { ...input, body: toJsonObject(input.body) });
  if (input.kind === 'dial_in') return { ...nothing, leg: dialIn(turn, input) };
  if (input.kind === 'caller') actOut(turn, input.callControlId, input.act);
  if (input.kind === 'script') {
    turn.state.script = changeScript(turn.state.script, input.change);
    if (input.change.queues !== undefined) staffQueues(turn);
  }
  return nothing;
}

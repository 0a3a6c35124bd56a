import type { CarrierEvent, CommandRequest, Json } from '@gatherline/flow';
import { type Run, trace } from './run.ts';
import { APOLOGY, HANG_UP, isSafetyNet } from './safety-net.ts';

/** What a call may do by itself before a circle that its flow goes round in is cut. */
export const budget = {
  /** Visits since the caller said a word or pressed a key. */
  visits: 1_000,
  /** Visits that one event sets off, which keep every other call waiting. */
  visitsAtOnce: 200,
  /** Commands that one event sends, whatever they are. */
  commandsAtOnce: 50,
  /** What was sent since the caller did something, weighed by what it costs somebody. */
  cost: 300,
} as const;

const REQUEST_COST = 1;
const DIALLED_COST = 3;
const MESSAGE_COST = 10;

/** What a command weighs: a request is somebody's server, a call and a message are somebody's money; what the caller hears takes its time. */
export function costOf({ via, leg, opensLeg, outlivesCall }: CommandRequest): number {
  if (via === 'http') return REQUEST_COST;
  if (leg === null && outlivesCall === true) return MESSAGE_COST;
  return leg === null || opensLeg !== undefined ? DIALLED_COST : 0;
}

/** Whether the event is something that the caller said or pressed. */
export function isCallerInput({ payload }: CarrierEvent): boolean {
  return isSpoken(payload.digits) || isSpoken(payload.digit) || isSpoken(payload.message_history);
}

function isSpoken(value: Json | undefined): boolean {
  return (typeof value === 'string' || Array.isArray(value)) && value.length > 0;
}

/** The node itself, or the way out once a budget is spent. */
export function withinBudget(run: Run, id: string): string {
  const why = isSafetyNet(id) ? null : overspent(run);
  if (why === null) return id;
  trace(run, { kind: 'note', node: id, text: `${why}; the loop is cut here.` });
  return run.call.state === 'answered' ? APOLOGY : HANG_UP;
}

/** In one sentence, what the call has done too often; `null` while it may go on. */
export function overspent({ call, commands, firstVisit }: Run): string | null {
  const alone = 'without a word or a key from the caller';
  if (call.idleVisits >= budget.visits) return `The call went through ${budget.visits} steps ${alone}`;
  if (call.visit - firstVisit >= budget.visitsAtOnce)
    return `The call went through ${budget.visitsAtOnce} steps at once`;
  if (commands.length >= budget.commandsAtOnce) return `The call sent ${commands.length} commands at once`;
  if (call.idleCost >= budget.cost) return `The call sent too many requests, messages and calls ${alone}`;
  return null;
}

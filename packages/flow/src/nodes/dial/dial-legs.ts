import { z } from 'zod';
import type { JsonObject } from '../../json.ts';

/** A number that is rung, by its place in the list. `id`: its leg's call_control_id, once it is known. */
export interface RungLeg {
  readonly place: number;
  readonly to: string;
  readonly id: string | null;
  /** `answered`: and the carrier still listens whether by a machine. */
  readonly state: 'ringing' | 'answered' | 'asked' | 'taken' | 'over';
  /** Why it did not take the call. */
  readonly outcome: Outcome | null;
}

export const outcomes = ['busy', 'no_answer', 'declined', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the visit remembers: the numbers rung so far, and whether the two sides talk. */
export interface Ringing {
  readonly legs: readonly RungLeg[];
  readonly talking: boolean;
}

const legSchema = z.object({
  place: z.number(),
  to: z.string(),
  id: z.string().nullable(),
  state: z.enum(['ringing', 'answered', 'asked', 'taken', 'over']),
  outcome: z.enum(outcomes).nullable(),
});

const ringingSchema = z
  .object({ legs: z.array(z.unknown()).catch([]), talking: z.boolean().catch(false) })
  .catch({ legs: [], talking: false });

/** A leg that another version remembered otherwise is not known any more. */
export function readRinging(memory: unknown): Ringing {
  const { legs, talking } = ringingSchema.parse(memory);
  return { legs: legs.flatMap((leg) => legSchema.safeParse(leg).data ?? []), talking };
}

/** As it is remembered. */
export function rememberRinging({ legs, talking }: Ringing): JsonObject {
  return { legs: legs.map((leg) => ({ ...leg })), talking };
}

/** The same with changes to the leg in that place. */
export function withLeg(ringing: Ringing, place: number, changes: Partial<RungLeg>): Ringing {
  return {
    ...ringing,
    legs: ringing.legs.map((leg) => (leg.place === place ? { ...leg, ...changes } : leg)),
  };
}

const eventLeg = z.object({
  call_control_id: z.string().catch(''),
  to: z.string().nullish().catch(null),
  hangup_cause: z.string().nullish().catch(null),
  digits: z.string().nullish().catch(null),
  status: z.string().nullish().catch(null),
  result: z.string().nullish().catch(null),
});

/** What an event tells of its leg. */
export function readEventLeg(payload: JsonObject): z.infer<typeof eventLeg> {
  return eventLeg.parse(payload);
}

/** The leg an event is about: by its id, or the first to that number whose id is not known yet. */
export function legOfEvent({ legs }: Ringing, payload: JsonObject): RungLeg | undefined {
  const { call_control_id: id, to } = readEventLeg(payload);
  const unknown = (leg: RungLeg) => leg.id === null && leg.state !== 'over' && leg.to.split(',')[0] === to;
  return legs.find((leg) => leg.id === id) ?? legs.find(unknown);
}

/** Why the other phone did not take the call, by the carrier's hangup_cause. */
export function outcomeOf(cause: string | null | undefined): Outcome {
  const byCause: { readonly [cause: string]: Outcome } = {
    user_busy: 'busy',
    no_answer: 'no_answer',
    timeout: 'no_answer',
    originator_cancel: 'no_answer',
    call_rejected: 'declined',
  };
  return byCause[cause ?? ''] ?? 'failed';
}

/** One outcome for all: that somebody might have come says more than that somebody could not. */
export function together(legs: readonly RungLeg[]): Outcome {
  const found = legs.map(({ outcome }) => outcome);
  return (['no_answer', 'declined', 'busy'] as const).find((outcome) => found.includes(outcome)) ?? 'failed';
}

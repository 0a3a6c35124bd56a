import type { Activity, Leg } from '../state.ts';
import { aiGather } from './ai-gather.ts';
import { assistant } from './assistant.ts';
import type { Talk } from './talk.ts';

/** The conversation that an AI has on this leg: the carrier allows one at a time. */
export function aiOn(leg: Leg): (Activity & Talk) | undefined {
  return [...aiGather.allOn(leg), ...assistant.allOn(leg)][0];
}

export function hasAi(leg: Leg): boolean {
  return aiOn(leg) !== undefined;
}

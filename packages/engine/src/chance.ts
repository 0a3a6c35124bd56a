import { v5 } from 'uuid';
import type { Call } from './call.ts';

const NAMESPACE = 'b3c9f5d1-8b7e-5c38-a2a4-5f0d6b1b9c11';

/** The dice of a visit, from 0 to below 1: the same for the same call and visit. */
export function chanceOf({ chances, seed, visit }: Pick<Call, 'chances' | 'seed' | 'visit'>): number {
  const told = chances?.[visit];
  if (told !== undefined) return told;
  const hex = v5(`${seed}/${visit}`, NAMESPACE).replaceAll('-', '').slice(0, 12);
  return Number.parseInt(hex, 16) / 2 ** 48;
}

import { randomUUID } from 'node:crypto';
import { declaredIn } from '../flows/complete-library.ts';
import type { Resources } from '../resources/resources.ts';
import type { FollowedFlow } from '../stores/call-store.ts';
import type { Equipment } from './move.ts';

/** Gathers what a call is given when it begins to follow a flow. */
export type Equip = (follows: FollowedFlow) => Promise<Equipment>;

/** `newSeed` gives a text that nobody can guess. */
export function createEquip(
  resources: Pick<Resources, 'valuesFor'>,
  newSeed: () => string = randomUUID,
): Equip {
  return async (follows) => {
    const { values } = await resources.valuesFor(declaredIn(follows));
    return { seed: newSeed(), resources: values };
  };
}

import { z } from 'zod';
import { choice } from '../../carrier-parameters/parts/values.ts';
import { conditionComplaint } from '../../expressions/conditions.ts';
import type { Exit } from '../../definition.ts';

/** `mode`: what a listener does with the call. */
export const modeParam = choice(['interrupt', 'alongside'])
  .default('interrupt')
  .meta({
    title: 'What happens to the call',
    help: 'It leaves what it is doing and goes on from here, or it stays there while the steps from here are done beside it.',
    labels: { interrupt: 'It goes on from here', alongside: 'It stays where it is' },
    group: 'main',
  });

/** `when`: a condition over what was heard; empty, it always holds. */
export const whenParam = z
  .string()
  .max(2_000)
  .superRefine((condition, refinement) => {
    const complaint = condition.trim() === '' ? null : conditionComplaint(condition);
    if (complaint !== null) refinement.addIssue({ code: 'custom', message: complaint });
  })
  .optional()
  .meta({
    title: 'Only when',
    help: 'A comparison, without braces, over event: what the carrier tells. Empty, each time.',
    example: 'event.partial_results.name != blank',
    group: 'main',
    control: 'condition',
  });

export const then: Exit = { id: 'then', label: 'Then', kind: 'main' };

/** Whether a listener's condition holds now. */
export function holdsNow(
  { when }: { when?: string | undefined },
  holds: (condition: string) => boolean,
): boolean {
  return when === undefined || when.trim() === '' || holds(when);
}

/** A listener's condition on its card; a listener without one has its own words. */
export function whenOr(when: unknown, words: string): string {
  return typeof when === 'string' && when.trim() !== '' ? when : words;
}

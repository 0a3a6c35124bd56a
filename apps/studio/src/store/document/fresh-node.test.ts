import { describe, expect, it } from 'vitest';
import { firstBlank, freshNode } from './fresh-node.ts';
import { clinic } from '../testing/harness.ts';

function fresh(type: string) {
  const made = freshNode(clinic, type, 'America/Chicago');
  if (made === null) throw new Error(`There is no type ${type}.`);
  return made.node;
}

describe('a fresh step', () => {
  it('has opening hours by the clock of the person who adds it', () => {
    expect(fresh('business_hours').params.hours).toMatchObject({
      time_zone: 'America/Chicago',
      weekly: { mon: [['09:00', '17:00']] },
    });
  });

  it.each([
    ['speak', ['payload']],
    ['menu', ['prompts', 0, 'text']],
    ['dial', ['to', 0]],
    ['send_message', ['text']],
    ['branch', ['branches', 0, 'when']],
    ['gather_using_ai', ['parameters']],
  ])('of type %s waits for %j', (type, path) => {
    expect(firstBlank(fresh(type))).toEqual(['params', ...path]);
  });

  it.each(['hangup', 'business_hours', 'on_dtmf', 'counter'])('of type %s waits for nothing', (type) => {
    expect(firstBlank(fresh(type))).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import type { NodeEvent } from '../../definition.ts';
import { digitsFromChoices, gatherExits, gatherOutcome, lintDigits } from './choices.ts';

const keys = (...digits: string[]) => digits.map((key) => ({ digits: key }));

function ended(payload: NodeEvent['payload']): NodeEvent {
  return { id: 'e', type: 'call.gather.ended', occurredAt: '2026-01-01T00:00:00Z', leg: 'own', payload };
}

const exitFor = (payload: NodeEvent['payload'], params: Parameters<typeof gatherOutcome>[1] = {}) => {
  const decision = gatherOutcome(ended(payload), params);
  return decision?.kind === 'leave' ? decision.exit : undefined;
};

describe('choices', () => {
  test.each([
    [['1', '12'], [0]],
    [['12', '1', '2'], [1]],
    [
      ['1', '2', '10', '100'],
      [0, 2],
    ],
    [['10', '11', '2'], []],
  ])('%j warn of a key with which another begins', (all, places) => {
    const warned = lintDigits({ choices: keys(...all) });
    expect(warned.map(({ path }) => path[1])).toEqual(places);
    expect(warned.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('give the carrier its valid digits and their number', () => {
    expect(digitsFromChoices({ choices: keys('1', '2', '10') })).toEqual({
      valid_digits: '120',
      maximum_digits: 2,
    });
  });

  test('leave alone what is set by hand', () => {
    expect(digitsFromChoices({ choices: keys('1'), valid_digits: '0123456789', maximum_digits: 4 })).toEqual(
      {},
    );
  });

  test('with # among them move the finishing key to one that is free', () => {
    expect(digitsFromChoices({ choices: keys('1', '#') })).toMatchObject({ terminating_digit: '*' });
    expect(digitsFromChoices({ choices: keys('1', '#', '*') })).toMatchObject({ terminating_digit: '0' });
  });

  test('become exits in their own order, before the outcomes', () => {
    const exits = gatherExits({ choices: [{ digits: '2', label: 'Pharmacy' }, { digits: '1' }] });
    expect(exits.map(({ id }) => id)).toEqual(['2', '1', 'no_input', 'invalid', 'cancelled', 'error']);
    expect(exits[0]?.label).toBe('2 Pharmacy');
  });

  test('that use a key twice are an error at the second one', () => {
    expect(lintDigits({ choices: keys('1', '2', '1') })).toMatchObject([
      { path: ['choices', 2, 'digits'], severity: 'error' },
    ]);
  });
});

describe('a gather that ended', () => {
  test.each([
    [{ status: 'valid', digits: '12345' }, 'collected'],
    [{ status: 'invalid', digits: '' }, 'no_input'],
    [{ status: 'timeout', digits: null }, 'no_input'],
    [{ status: 'timeout', digits: '12' }, 'invalid'],
    [{ status: 'invalid', digits: '9' }, 'invalid'],
    [{ status: 'cancelled', digits: '' }, 'cancelled'],
    [{ status: 'cancelled_amd', digits: '' }, 'cancelled'],
    [{ status: 'client_error', digits: '' }, 'error'],
    [{ status: 'a_new_word', digits: '' }, 'no_input'],
    [{}, 'no_input'],
    [{ status: 7, digits: ['1'] }, 'no_input'],
  ])('as %j leaves by %s', (payload, exit) => {
    expect(exitFor(payload)).toBe(exit);
  });

  test('by a hang-up leaves the node waiting for call.hangup', () => {
    expect(gatherOutcome(ended({ status: 'call_hangup', digits: null }), {})).toBeUndefined();
  });

  test('leaves by the choice that was pressed, and by invalid for a key that is none', () => {
    const choices = keys('1', '#');
    expect(exitFor({ status: 'valid', digits: '1' }, { choices })).toBe('1');
    expect(exitFor({ status: 'valid', digits: '#' }, { choices })).toBe('#');
    expect(exitFor({ status: 'valid', digits: '7' }, { choices })).toBe('invalid');
  });

  test.each([
    ['123#', undefined, '123'],
    ['123#', '*', '123#'],
    ['123*', '*', '123'],
    ['123#', '', '123#'],
  ])('with %s and the finishing key %j has the digits %s', (digits, terminating_digit, kept) => {
    expect(gatherOutcome(ended({ status: 'valid', digits }), { terminating_digit })).toMatchObject({
      outputs: { digits: kept },
    });
  });
});

import type { Problem } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { clinic } from '../../store/testing/harness.ts';
import { describeNode } from './describe-node.ts';

const none: ReadonlyMap<string, readonly Problem[]> = new Map();
const error: Problem = { rule: 'r', severity: 'error', message: 'Wrong.', cure: '' };

describe('what a screen reader says of a step', () => {
  it('names the step, its kind, exits with their targets, and loose ends', () => {
    expect(describeNode({ flow: clinic, problemsByNode: none }, 'menu')).toBe(
      'Main menu, Ask and wait for keys, 6 exits: 1 Appointments to Say something, No input to Main menu, 2 Pharmacy unconnected.',
    );
  });

  it('counts its problems', () => {
    const problemsByNode = new Map([['goodbye', [error, error, { ...error, severity: 'warning' as const }]]]);
    expect(describeNode({ flow: clinic, problemsByNode }, 'goodbye')).toBe(
      'Hang up, no exits. 2 errors, 1 warning.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { callOrder } from './call-order.ts';
import { clinic, read } from '../testing/harness.ts';

describe('the order of a call', () => {
  it('puts what no call reaches at the end', () => {
    const flow = read({
      ...structuredClone(clinic),
      nodes: { aaa: { type: 'speak' }, ...structuredClone(clinic.nodes) },
    });
    expect(callOrder(flow)).toEqual(['incoming', 'menu', 'book', 'goodbye', 'aaa']);
  });

  it('holds every step once, also in a circle', () => {
    const order = callOrder(clinic);
    expect(new Set(order).size).toBe(order.length);
  });
});

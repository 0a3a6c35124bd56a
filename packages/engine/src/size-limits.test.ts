import { limits } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { Call } from './call.ts';
import { actions, at, carrierEvent, flowOf, play, rung } from './testing/moments.ts';
import { traceEntrySchema } from './trace.ts';

const long = 'x'.repeat(250_000);

/** Keeps a long text again and again, each time under another name. */
function hoard(names: readonly string[]) {
  const steps = names.map((name, index) => {
    const variables = [{ name, value: `{{ vars.text }}${index}` }];
    const exits = { done: names[index + 1] ?? 'bye', error: 'lost' };
    return [name, { type: 'set_variables', params: { variables }, exits }] as const;
  });
  const nodes = {
    incoming: { type: 'start', exits: { incoming: names[0] } },
    ...Object.fromEntries(steps),
    lost: { type: 'speak', params: { payload: 'Too much.' }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  };
  return flowOf(nodes, {}, { variables: { text: long.slice(0, 150_000) } });
}

function sizeOfAll(value: unknown): number {
  return JSON.stringify(value).length;
}

describe('the values of a call', () => {
  it('are so many together: the step that would add more leaves by error, and nothing of it is kept', () => {
    const names = Array.from({ length: 12 }, (_, index) => `keep_${index}`);
    const result = play(hoard(names), rung);
    const left = result.trace.flatMap((line) =>
      line.kind === 'left' && line.exit === 'error' ? [line] : [],
    );
    expect(left).toMatchObject([
      { node: 'keep_5', to: 'lost', why: expect.stringContaining(`more than ${limits.values} characters`) },
    ]);
    expect(Object.keys(result.call.variables)).toEqual([
      'text',
      'keep_0',
      'keep_1',
      'keep_2',
      'keep_3',
      'keep_4',
    ]);
    expect(actions(result)).toEqual(['answer', 'speak']);
    expect(sizeOfAll(result.call)).toBeLessThan(1_200_000);
  });

  it('do not grow by what comes late', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'talk' } },
      talk: { type: 'ai_assistant_start', params: { assistant: { id: 'a' } }, exits: { ended: 'wait' } },
      wait: { type: 'wait', params: { seconds: 60 } },
    });
    const talking = play(flow, rung);
    const history = Array.from({ length: 5 }, () => ({ role: 'user', content: long }));
    const told = carrierEvent('call.conversation.message_history', 2, at(2, { message_history: history }));
    const late = play(flow, [told], { ...talking.call, lateTargets: late_targets(told.event.type) });
    expect(sizeOfAll(late.call)).toBeLessThan(10_000);
  });
});

function late_targets(type: string): Call['lateTargets'] {
  return { [type]: { node: 'talk', depth: 0 } };
}

describe('the trace of a call', () => {
  const variables = [{ name: 'copy', value: '{{ vars.text }}' }];
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'keep' } },
    keep: { type: 'set_variables', params: { variables }, exits: { done: 'ask', error: 'bye' } },
    ask: { type: 'gather', exits: { collected: 'keep', error: 'bye' } },
    bye: { type: 'hangup' },
  };
  const circle = flowOf(nodes, {}, { variables: { text: long } });

  it('has an end: past it a step leaves by error, and the lines go without their values', () => {
    let result = play(circle, rung);
    let trace = result.trace;
    for (let visit = 3; result.call.node === 'ask' && visit < 200; visit += 2) {
      const answer = at(visit, { status: 'valid', digits: '1' });
      result = play(circle, [carrierEvent('call.gather.ended', visit, answer)], result.call);
      trace = [...trace, ...result.trace];
    }
    const left = trace.find((line) => line.kind === 'left' && line.exit === 'error');
    expect(left).toMatchObject({ to: 'bye', why: expect.stringContaining('goes round') });
    expect(actions(result)).toEqual(['speak']);
    const filler = carrierEvent('call.hangup', 200, { hangup_cause: 'normal_clearing', filler: long });
    const last = play(circle, [filler], result.call);
    expect(last.call.state).toBe('ended');
    const whole = [...trace, ...last.trace];
    expect(sizeOfAll(last.trace)).toBeLessThan(2_000);
    expect(sizeOfAll(whole)).toBeLessThan(limits.trace * 1.1);
    for (const line of whole) expect(traceEntrySchema.safeParse(line).success, line.kind).toBe(true);
  });
});

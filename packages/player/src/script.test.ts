import { parseConversation } from '@gatherline/conversations';
import { parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { type Playing, playConversation } from './play-conversation.ts';
import { toScript } from './script.ts';

const calls = {
  incoming: { type: 'start', exits: { incoming: 'connect', outgoing: 'remind' } },
  connect: { type: 'transfer', params: { to: '+13125550199' } },
  remind: { type: 'gather_using_speak', params: { payload: 'Press 1.', choices: [{ digits: '1' }] } },
};

function read(more: Record<string, unknown>) {
  const reading = parseConversation({ name: 'A call', flow: 'calls', steps: [{ hangs_up: true }], ...more });
  if (!reading.ok) throw new Error(reading.message);
  return reading.conversation;
}

function play(steps: readonly unknown[], more: Record<string, unknown>): Playing {
  const flow = parseFlow({ format: 'gatherline/flow@1', id: 'calls', name: 'Calls', nodes: calls });
  if (!flow.ok) throw new Error('The example must be well written.');
  return playConversation(read({ steps, ...more }), { flow: flow.flow });
}

describe('the world around a conversation', () => {
  it('has everybody do what is written of them', () => {
    const party = {
      answers_after_ms: 1,
      hangs_up_after_ms: 2,
      machine: true,
      greets_for_ms: 3,
      beeps: false,
      unsure: true,
      silent: true,
      presses: '1',
      presses_after_ms: 4,
    };
    expect(toScript(read({ parties: { '+13125550199': party } })).parties).toEqual({
      '+13125550199': {
        answersAfterMs: 1,
        hangsUpAfterMs: 2,
        machine: true,
        greetsForMs: 3,
        beeps: false,
        unsure: true,
        silent: true,
        presses: '1',
        pressesAfterMs: 4,
      },
    });
  });

  it('takes an assistant away when a fault says so', () => {
    const { assistant, faults } = toScript(read({ faults: [{ assistant_ends: 'llm_error' }] }));
    expect(assistant).toEqual({ reason: 'llm_error', afterMs: 1000, times: 1 });
    expect(faults).toEqual([]);
  });

  it('fills queues and staffs them', () => {
    const { queues, waiting } = toScript(
      read({
        queues: { support: { answers_after_ms: 1, hangs_up_after_ms: 2 } },
        waiting: { support: [{ from: '+13125550131', hangs_up_after_ms: 3 }] },
      }),
    );
    expect(queues).toEqual({ support: { answersAfterMs: 1, hangsUpAfterMs: 2 } });
    expect(waiting).toEqual({ support: [{ from: '+13125550131', hangsUpAfterMs: 3 }] });
  });

  it('lets a caller who is put through hear the machine that answers', () => {
    const { failure } = play(
      [{ talks_to: '+13125550199' }, { hears: 'leave a message after the tone' }, { hangs_up: true }],
      { parties: { '+13125550199': { machine: true, greets_for_ms: 3000 } } },
    );
    expect(failure).toBeUndefined();
  });

  it('lets whoever the flow calls be a machine, which hears the flow out', () => {
    const { failure, story } = play([{ hears: 'Press 1.' }, { hears: 'Press 1.' }], {
      call: { direction: 'outgoing', from: '+13125550100', to: '+13125550142' },
      parties: { '+13125550142': { machine: true } },
    });
    expect(failure).toBeUndefined();
    expect(story.map(({ text }) => text)).toContain('Beep.');
  });
});

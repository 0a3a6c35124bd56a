import { describe, expect, it } from 'vitest';
import type { Playing } from './play-conversation.ts';
import { playExample } from './testing/example-flow.ts';

const refusal = { status: 422, code: '90012', title: 'Invalid value for voice' };

const play = (nodes: object, call: object = {}) => playExample(nodes, { steps: [{ ends: 'flow' }], ...call });

const saying = (payload: string) => ({
  incoming: { type: 'start', exits: { incoming: 'hello' } },
  hello: { type: 'speak', params: { payload }, exits: { done: 'bye' } },
  bye: { type: 'hangup' },
});

const textsOf = ({ reasons }: Playing) => reasons.map(({ text }) => text);

describe('why a call went as it did', () => {
  it('names the command that the carrier refused, its code and what the carrier says of it', () => {
    const playing = play(saying('Hello.'), { faults: [{ refuses: 'speak', ...refusal }] });
    expect(textsOf(playing)).toContainEqual(
      expect.stringMatching(
        /^The carrier refuses speak of hello: Invalid value for voice \(90012, HTTP 422\)\./,
      ),
    );
    const { trace } = playing.reasons.find(({ trace: { kind } }) => kind === 'refused') ?? {};
    expect(trace).toMatchObject({ node: 'hello', action: 'speak', ...refusal });
  });

  it('says why a step was left by error, and that nothing is wired to it', () => {
    const playing = play(saying('{{ vars.long }}'), { call: { variables: { long: 'word '.repeat(700) } } });
    expect(textsOf(playing)).toEqual([
      'The call leaves hello by error: payload: Shorten the text to 3000 characters; it has 3500. ' +
        'Nothing is wired to error, so the flow apologises and hangs up.',
    ]);
  });

  it('does not speak of an apology on a line that was never picked up', () => {
    const nodes = {
      incoming: { type: 'start', params: { answer: false }, exits: { incoming: 'pick_up' } },
      pick_up: { type: 'answer', exits: { done: 'bye' } },
      bye: { type: 'hangup' },
    };
    expect(textsOf(play(nodes, { faults: [{ refuses: 'answer', ...refusal }] }))).toContainEqual(
      expect.stringMatching(
        /^The call leaves pick_up by error: .* Nothing is wired to error, so the flow hangs up\.$/,
      ),
    );
  });

  it('names the step, the parameter and the template of which nothing came', () => {
    expect(textsOf(play(saying('Hello {{ vars.name }}.')))).toEqual([
      'At hello: Nothing came of {{ vars.name }} in payload.',
    ]);
  });

  it('says that nobody heard a signal', () => {
    const steps = [{ begins_to_hear: 'Hello' }, { signals: 'paid' }];
    expect(textsOf(play(saying('Hello, and thank you for calling.'), { steps }))).toEqual([
      'A signal moves nothing: No step listens for the signal paid.',
    ]);
  });

  it('stands in the story where it happened, before what the caller heard of it', () => {
    const { story, reasons } = play(saying('Hello.'), { faults: [{ refuses: 'speak', ...refusal }] });
    const told = story.map(({ who, text }) => (who === 'reason' ? 'why' : text));
    const answered = told.indexOf('The call is answered.');
    expect(told.slice(answered + 1, answered + 4)).toEqual(['why', 'why', expect.stringContaining('sorry')]);
    expect(story.filter(({ who }) => who === 'reason').map(({ text }) => text)).toEqual(
      reasons.map(({ text }) => text),
    );
  });

  it('is not worth a word where all goes as it is drawn', () => {
    expect(play(saying('Hello.')).reasons).toEqual([]);
  });
});

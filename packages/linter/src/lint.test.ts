import { type Flow, flowProblems, parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { lint } from './lint.ts';

function flowOf(nodes: Record<string, unknown>, more: Record<string, unknown> = {}): Flow {
  const reading = parseFlow({ format: 'gatherline/flow@1', id: 'example', name: 'Example', nodes, ...more });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

const start = (incoming: string) => ({ type: 'start', exits: { incoming } });

describe('lint', () => {
  it('tells every problem of the parameters too', () => {
    const flow = flowOf({
      incoming: start('welcome'),
      welcome: { type: 'speak', exits: { done: 'bye' } },
      bye: { type: 'hangup' },
    });
    expect(flowProblems(flow)).toMatchObject([{ node: 'welcome', path: ['params', 'payload'] }]);
    expect(lint(flow)).toEqual(expect.arrayContaining([...flowProblems(flow)]));
  });

  it('lets a call get to listeners, and to the step for the hang-up, without a line', () => {
    const nodes = {
      incoming: start('bye'),
      zero: { type: 'on_dtmf', params: { digits: '0' }, exits: { then: 'person' } },
      person: { type: 'transfer', params: { to: '+13125550111' } },
      afterwards: { type: 'set_variables', params: { variables: [{ name: 'over', value: 'yes' }] } },
      bye: { type: 'hangup' },
    };
    const unreachable = lint(flowOf(nodes, { settings: { handlers: { hangup: 'afterwards' } } })).filter(
      ({ rule }) => rule === 'unreachable-node',
    );
    expect(unreachable).toEqual([]);
  });

  it('tells errors first, then problems in the order in which a call meets the nodes', () => {
    const flow = flowOf({
      a_last: { type: 'speak', params: { payload: '' }, exits: { done: 'gone' } },
      incoming: start('z_first'),
      z_first: {
        type: 'gather_using_speak',
        params: { payload: 'Press 1.', choices: [{ digits: '1' }] },
        exits: { 1: 'a_last', 9: 'a_last' },
      },
      b_lost: { type: 'hangup' },
    });
    const told = lint(flow);
    const severities = told.map(({ severity }) => severity);
    expect(severities).toEqual(
      severities.toSorted(
        (a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b),
      ),
    );
    const errors = told.filter(({ severity }) => severity === 'error').map(({ node }) => node);
    expect(errors[0]).toBe('z_first');
    expect(errors.at(-1)).toBe('a_last');
  });

  it('looks again at the edited node alone', () => {
    const flow = flowOf({
      incoming: start('welcome'),
      welcome: { type: 'speak', params: {}, exits: { done: 'bye' } },
      bye: { type: 'hangup' },
    });
    const missing = (problems: ReturnType<typeof lint>) => problems.find(({ node }) => node === 'welcome');
    const before = missing(lint(flow));
    expect(before).toMatchObject({ severity: 'error', path: ['params', 'payload'] });
    const bye = flow.nodes.bye;
    if (bye === undefined) throw new Error('The flow has a node called bye.');
    const edited = Object.assign({}, flow, { nodes: { ...flow.nodes, bye: { ...bye, label: 'Goodbye' } } });
    expect(missing(lint(edited))).toBe(before);
  });

  it('accepts a circle that a decision can leave with a warning only', () => {
    const flow = flowOf({
      incoming: start('try_it'),
      try_it: { type: 'speak', params: { payload: 'One moment.' }, exits: { done: 'again', error: 'bye' } },
      again: {
        type: 'branch',
        params: { branches: [{ name: 'more', when: 'call.from == "1"' }] },
        exits: { more: 'try_it', else: 'bye' },
      },
      bye: { type: 'hangup' },
    });
    const circle = lint(flow).find(({ rule }) => rule === 'loop-without-caller');
    expect(circle?.severity).toBe('warning');
  });

  it.each([
    ['a step that leads to itself', { success: 'ask', failed: 'choose' }, { a: 'ask', b: 'bye' }],
    ['a choice of which every way leads back', { success: 'choose' }, { a: 'ask', b: 'ask' }],
  ])('refuses %s, though it lies within a circle that can be left', (_name, asked, chosen) => {
    const flow = flowOf({
      incoming: start('first'),
      first: {
        type: 'branch',
        params: { branches: [{ name: 'yes', when: 'call.answered' }] },
        exits: { yes: 'ask', else: 'bye' },
      },
      ask: { type: 'http_request', params: { url: 'https://api.example.com/x', wait: false }, exits: asked },
      choose: {
        type: 'random_split',
        params: {
          branches: [
            { name: 'a', percent: 50 },
            { name: 'b', percent: 50 },
          ],
        },
        exits: chosen,
      },
      bye: { type: 'hangup' },
    });
    const circles = lint(flow).filter(({ rule }) => rule === 'loop-without-caller');
    expect(circles).toMatchObject([{ severity: 'error', node: 'ask', path: ['exits', 'success'] }]);
  });

  it.each([
    ['is started on every way there', { yes: 'record', else: 'record' }, 'error'],
    ['is started on one of the ways there', { yes: 'record', else: 'box' }, 'warning'],
  ])('tells of a message taken while a recording %s', (_name, exits, severity) => {
    const flow = flowOf({
      incoming: start('choose'),
      choose: { type: 'branch', params: { branches: [{ name: 'yes', when: 'call.answered' }] }, exits },
      record: { type: 'record_start', params: { channels: 'single', format: 'mp3' }, exits: { done: 'box' } },
      box: { type: 'voicemail', params: { silence_secs: 0 }, exits: { recorded: 'bye' } },
      bye: { type: 'hangup' },
    });
    const found = lint(flow).filter(({ rule }) => rule === 'already-running');
    expect(found).toMatchObject([{ node: 'box', severity }]);
  });

  it('tells of a step that needs an answered call behind others that do not', () => {
    const flow = flowOf({
      incoming: {
        type: 'start',
        params: { answer: false },
        exits: { incoming: 'choose', outgoing: 'hello' },
      },
      choose: {
        type: 'branch',
        params: { branches: [{ name: 'known', when: 'call.from == "+13125550111"' }] },
        exits: { known: 'ring', else: 'no' },
      },
      ring: { type: 'transfer', params: { to: '+13125550111' }, exits: { busy: 'bye' } },
      hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'bye' } },
      no: { type: 'reject', params: { cause: 'USER_BUSY' } },
      bye: { type: 'hangup' },
    });
    const found = lint(flow).filter(({ rule }) => rule === 'speaks-before-answer');
    expect(found.map(({ node }) => node)).toEqual(['ring']);
  });

  it.each([
    ['that only calls out', { outgoing: 'bye' }, []],
    ['that is only called', { incoming: 'bye' }, []],
    ['that leads nowhere', {}, ['incoming']],
  ])('warns of the start of a flow %s where a call would be lost', (_name, exits, missing) => {
    const flow = flowOf({ start: { type: 'start', exits }, bye: { type: 'hangup' } });
    const found = lint(flow).filter(({ rule }) => rule === 'dangling-exit');
    expect(found.map(({ path }) => path?.at(-1))).toEqual(missing);
  });

  it('warns of a machine that nobody sees to in a flow that only calls out', () => {
    const params = { answering_machine_detection: 'premium' };
    const flow = flowOf({
      start: { type: 'start', params, exits: { human: 'bye' } },
      bye: { type: 'hangup' },
    });
    const found = lint(flow).filter(({ rule }) => rule === 'dangling-exit');
    expect(found.map(({ path }) => path?.at(-1))).toEqual(['machine']);
  });

  it.each([
    ['{{ call.frm }}', 'call.frm'],
    ['{{ widgets.ask.Digits }}', 'widgets'],
    ['{% if contact.name %}x{% endif %}', 'contact'],
    ['{{ name }}', 'name'],
    ['{{ call.from | default: flow.variables.x }}', 'flow'],
    [
      '{% assign name = call.from %}{{ name }}{% for key in vars.list %}{{ key }}{{ forloop.index }}{% endfor %}',
      null,
    ],
    ['{{ event.digit }}{{ call.now }}{{ call.language }}', null],
  ])('of %s tells the value that no call has: %s', (payload, named) => {
    const flow = flowOf(
      {
        incoming: start('hello'),
        hello: { type: 'speak', params: { payload }, exits: { done: 'bye' } },
        bye: { type: 'hangup' },
      },
      { variables: { list: [1] } },
    );
    const found = lint(flow).filter(({ rule }) => rule === 'unknown-root');
    expect(found).toHaveLength(named === null ? 0 : 1);
    expect(found[0]?.message ?? 'null').toContain(String(named));
  });

  it('takes words with dots in the body of a request for words', () => {
    const flow = flowOf({
      incoming: start('ask'),
      ask: {
        type: 'http_request',
        params: {
          method: 'POST',
          url: 'https://api.example.com/x',
          body: { a: 'Ask Mr.Smith', b: 'call.me back' },
        },
        exits: { success: 'bye' },
      },
      bye: { type: 'hangup' },
    });
    expect(lint(flow).filter(({ rule }) => rule === 'unknown-root')).toEqual([]);
  });

  it('reads conditions and values as well as texts', () => {
    const flow = flowOf({
      incoming: start('decide'),
      decide: {
        type: 'branch',
        params: { branches: [{ name: 'adult', when: 'vars.age > 17 and nodes.ask.digits == "1"' }] },
        exits: { adult: 'keep', else: 'bye' },
      },
      keep: {
        type: 'set_variables',
        params: { variables: [{ name: 'greeting', value: 'Hi {{ vars.nmae }}' }] },
        exits: { done: 'bye' },
      },
      bye: { type: 'hangup' },
    });
    const unknown = lint(flow).filter(({ rule }) => rule === 'unknown-variable');
    expect(unknown.map(({ path }) => path?.join('.'))).toEqual([
      'params.branches.0.when',
      'params.branches.0.when',
      'params.variables.0.value',
    ]);
  });

  it('leaves a type it does not know to the one problem about it', () => {
    const flow = flowOf({
      incoming: start('fax'),
      fax: { type: 'send_fax', exits: { sent: 'bye' } },
      bye: { type: 'hangup' },
    });
    expect(lint(flow).map(({ rule }) => rule)).toEqual(['unknown-type']);
  });

  it('lets an exit stand in for another that leads nowhere', () => {
    const flow = flowOf({
      incoming: start('hours'),
      hours: {
        type: 'business_hours',
        params: { hours: { time_zone: 'UTC', weekly: { mon: [['09:00', '17:00']] } } },
        exits: { open: 'bye', closed: 'bye' },
      },
      bye: { type: 'hangup' },
    });
    expect(lint(flow).filter(({ node }) => node === 'hours')).toEqual([]);
  });

  it('asks for no way on where the call goes on by itself or is over', () => {
    const nodes = {
      incoming: start('bye'),
      any: { type: 'on_dtmf', params: { mode: 'alongside' }, exits: { then: 'keep' } },
      keep: { type: 'set_variables', params: { variables: [{ name: 'key', value: '{{ event.digit }}' }] } },
      over: { type: 'on_hangup', exits: { then: 'report' } },
      report: { type: 'http_request', params: { url: 'https://example.com/calls' } },
      bye: { type: 'hangup' },
    };
    expect(rulesIn(flowOf(nodes))).toEqual([]);
  });

  it('lets a listener to failing steps take over where no line does', () => {
    const nodes = {
      incoming: start('welcome'),
      welcome: { type: 'speak', params: { payload: 'Welcome.' }, exits: { done: 'bye' } },
      failed: { type: 'on_error', exits: { then: 'bye' } },
      bye: { type: 'hangup' },
    };
    expect(rulesIn(flowOf(nodes))).toEqual([]);
  });

  it('lets texts read whatever another flow gives back, unless the step names what that is', () => {
    const nodes = (named: object = {}) => ({
      incoming: start('check'),
      check: {
        type: 'subflow',
        params: { flow: 'pin', ...named },
        exits: { returned: 'thanks', error: 'bye' },
      },
      thanks: {
        type: 'speak',
        params: { payload: 'Thank you for {{ nodes.check.pin }}.' },
        exits: { done: 'bye', error: 'bye' },
      },
      bye: { type: 'hangup' },
    });
    expect(rulesIn(flowOf(nodes()))).toEqual([]);
    expect(rulesIn(flowOf(nodes({ outputs: ['pin'] })))).toEqual([]);
    expect(rulesIn(flowOf(nodes({ outputs: ['number'] })))).toEqual(['unknown-variable']);
  });

  it('keeps secrets out of words, also out of those that are said while a server thinks', () => {
    const nodes = {
      incoming: start('look_up'),
      look_up: {
        type: 'http_request',
        params: {
          url: 'https://example.com/orders',
          auth: { type: 'bearer', token: '{{ resources.token }}' },
          comfort: { text: 'One moment, {{ resources.token }}.' },
        },
        exits: { success: 'bye', http_error: 'bye', failed: 'bye' },
      },
      bye: { type: 'hangup' },
    };
    const flow = flowOf(nodes, { resources: { token: { type: 'secret' } } });
    const told = lint(flow).map(({ rule, path }) => [rule, path?.join('.')]);
    expect(told).toEqual([['unknown-resource', 'params.comfort.text']]);
  });
});

function rulesIn(flow: Flow): readonly string[] {
  return lint(flow).map(({ rule }) => rule);
}

import type { Heard } from '@gatherline/emulator/model';
import { type Flow, FORMAT } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { AnyTraceEntry, CallerAct } from '../../api/index.ts';
import { createPhoneLine, type PhonePorts } from './phone-line.ts';

const flow: Flow = {
  format: FORMAT,
  id: 'clinic',
  name: 'Clinic',
  settings: {},
  resources: {},
  inputs: {},
  outputs: {},
  variables: {},
  nodes: {},
  layout: {},
};

/** Plays the service and the canvas. */
function setUp(parts: Partial<PhonePorts> = {}) {
  const acts: CallerAct[] = [];
  const told: string[] = [];
  const rung: { flow: string; from?: string }[] = [];
  const closed: string[] = [];
  let hear: (heard: Heard) => void = () => {};
  let follow: Parameters<PhonePorts['follow']>[1] | null = null;
  const line = createPhoneLine({
    ring: async (asked) => {
      rung.push(asked);
      return `call-${rung.length}`;
    },
    act: async (_call, what) => {
      acts.push(what);
    },
    listen: (_call, { onHeard }) => {
      hear = onHeard;
      return () => closed.push('heard');
    },
    follow: (_call, following) => {
      follow = following;
      return () => closed.push('trace');
    },
    now: () => 1000,
    save: async () => flow,
    canvas: {
      startRun: (id) => told.push(`start ${id}`),
      applyTrace: (entry) => told.push(entry.kind),
      endRun: () => told.push('end'),
      announce: () => undefined,
    },
    voice: {
      speak: (heard) => told.push(`speak ${'text' in heard ? heard.text : ''}`),
      hush: () => told.push('hush'),
    },
    ...parts,
  });
  const trace = (entry: AnyTraceEntry) => follow?.onTrace(entry);
  const restart = () => follow?.onRestart();
  const end = () => follow?.onEnd();
  return { line, acts, told, rung, closed, trace, restart, end, hear: (heard: Heard) => hear(heard) };
}

const said = { voice: null, language: null, action: 'speak', durationMs: 900, endless: false };
const answered: Heard = { seq: 1, atMs: 1, callControlId: 'call-1', kind: 'answered' };
const hello: Heard = { seq: 2, atMs: 2, callControlId: 'call-1', kind: 'speech', text: 'Hello', ...said };
const over: Heard = { seq: 3, atMs: 3, callControlId: 'call-1', kind: 'hung_up', cause: 'normal_clearing' };

describe('the phone', () => {
  it('rings what was saved, is answered, speaks, and ends with a cause', async () => {
    const { line, rung, told, hear, closed } = setUp();
    await line.call('+15550001');
    expect(rung).toEqual([{ flow: 'clinic', from: '+15550001' }]);
    expect(line.store.getState()).toMatchObject({ status: 'ringing', callId: 'call-1', rung: flow });
    hear(answered);
    expect(line.store.getState()).toMatchObject({ status: 'connected', connectedAt: 1000 });
    hear(hello);
    hear(over);
    expect(line.store.getState()).toMatchObject({ status: 'ended', cause: 'hung up' });
    expect(told).toContain('speak Hello');
    expect(closed).toContain('heard');
  });

  it('does not ring when the flow could not be saved, and says why', async () => {
    const { line, rung } = setUp({ save: async () => "The service can't be reached." });
    await line.call('');
    expect(rung).toEqual([]);
    expect(line.store.getState()).toMatchObject({ status: 'idle', problem: "The service can't be reached." });
  });

  it('says why the service would not ring', async () => {
    const { line } = setUp({ ring: () => Promise.reject(new Error('There is no such flow.')) });
    await line.call('');
    expect(line.store.getState()).toMatchObject({ status: 'idle', problem: 'There is no such flow.' });
  });

  it('makes one call at a time', async () => {
    const { line, rung } = setUp();
    await Promise.all([line.call(''), line.call('')]);
    await line.call('');
    expect(rung).toHaveLength(1);
  });

  it('hands keys and words to the line only while there is one', async () => {
    const { line, acts, hear } = setUp();
    await line.press('1');
    await line.call('');
    await line.press('1');
    await line.say('Ana');
    hear(over);
    await line.press('2');
    expect(acts).toEqual([
      { act: 'press', digits: '1' },
      { act: 'say', text: 'Ana' },
    ]);
  });

  it('shows the trace, lights the canvas, and begins both anew when the stream does', async () => {
    const { line, told, trace, restart, end } = setUp();
    await line.call('');
    const entered = { at: 'now', kind: 'entered', node: 'menu', visit: 1, params: {} } as const;
    trace(entered);
    restart();
    expect(line.store.getState().trace).toEqual([]);
    trace(entered);
    end();
    expect(line.store.getState().trace).toEqual([entered]);
    expect(told).toEqual(['start call-1', 'entered', 'start call-1', 'entered', 'end']);
  });

  it('hangs up when it is left, and forgets the call', async () => {
    const { line, acts, closed } = setUp();
    await line.call('');
    line.leave();
    expect(acts).toEqual([{ act: 'hang_up' }]);
    expect(closed).toEqual(['heard', 'trace']);
    expect(line.store.getState().status).toBe('idle');
  });

  it('rings nothing when it is left while the flow is being saved', async () => {
    let saved: (flow: Flow) => void = () => {};
    const { line, rung } = setUp({ save: () => new Promise((resolve) => (saved = resolve)) });
    const calling = line.call('');
    line.leave();
    saved(flow);
    await calling;
    expect(rung).toEqual([]);
    expect(line.store.getState().status).toBe('idle');
  });

  it('hangs up a call that begins to ring after it was left', async () => {
    let ringing: (callId: string) => void = () => {};
    const { line, acts, told } = setUp({ ring: () => new Promise((resolve) => (ringing = resolve)) });
    const calling = line.call('');
    await Promise.resolve();
    line.leave();
    ringing('late');
    await calling;
    expect(acts).toEqual([{ act: 'hang_up' }]);
    expect(told).not.toContain('start late');
    expect(line.store.getState().status).toBe('idle');
  });

  it('begins a second call with a clean sheet', async () => {
    const { line, hear } = setUp();
    await line.call('');
    hear(answered);
    hear(over);
    await line.call('');
    expect(line.store.getState()).toMatchObject({
      status: 'ringing',
      callId: 'call-2',
      happenings: [],
      cause: null,
    });
  });
});

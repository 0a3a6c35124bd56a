import type { Heard } from '@gatherline/emulator/model';
import { describe, expect, it } from 'vitest';
import { followCall } from './call-stream.ts';
import { type EventSourceLike, openEventStream, type StreamEvent, type StreamState } from './event-stream.ts';
import { listenToPhone } from './heard-stream.ts';
import type { AnyTraceEntry } from './read-trace-entry.ts';

/** Stands in for the browser's connection; the test plays the service. */
class Connection extends EventTarget implements EventSourceLike {
  readyState = 0;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close() {
    this.isClosed = true;
  }

  open() {
    this.dispatchEvent(new Event('open'));
  }

  send(name: string, value: unknown, id = '') {
    const data = typeof value === 'string' ? value : JSON.stringify(value);
    this.dispatchEvent(new MessageEvent(name, { data, lastEventId: id }));
  }

  lose() {
    this.dispatchEvent(new Event('error'));
  }

  refuse() {
    this.readyState = 2;
    this.lose();
  }
}

function setUp() {
  const connections: Connection[] = [];
  const waits: { run: () => void; ms: number }[] = [];
  const events: StreamEvent[] = [];
  const states: StreamState[] = [];
  const restarts: number[] = [];
  const close = openEventStream({
    url: '/stream',
    names: ['trace'],
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
    onRestart: () => restarts.push(events.length),
    connect: (url) => {
      const connection = new Connection(url);
      connections.push(connection);
      return connection;
    },
    schedule: (run, ms) => {
      const wait = { run, ms };
      waits.push(wait);
      return () => waits.splice(waits.indexOf(wait), 1);
    },
  });
  return { connections, waits, events, states, restarts, close };
}

describe('a stream of events', () => {
  it('hands on what comes, with its name and id', () => {
    const { connections, events, states } = setUp();
    connections[0]?.open();
    connections[0]?.send('trace', '{"a":1}', '7');
    expect(events).toEqual([{ name: 'trace', text: '{"a":1}', id: '7' }]);
    expect(states).toEqual(['connecting', 'open']);
  });

  it('leaves a broken line to the browser, which takes it up where it broke', () => {
    const { connections, states, waits } = setUp();
    connections[0]?.lose();
    expect(states.at(-1)).toBe('reconnecting');
    expect(waits).toEqual([]);
    expect(connections).toHaveLength(1);
  });

  it('opens a refused stream anew after a growing wait, from its beginning', () => {
    const { connections, waits, restarts } = setUp();
    connections[0]?.refuse();
    expect(connections[0]?.isClosed).toBe(true);
    waits[0]?.run();
    connections[1]?.refuse();
    expect(waits.map((wait) => wait.ms)).toEqual([150, 500]);
    expect(restarts).toEqual([]);
  });

  it('begins anew only once the new stream is there', () => {
    const { connections, waits, restarts, events } = setUp();
    connections[0]?.open();
    connections[0]?.send('trace', 'old');
    connections[0]?.refuse();
    waits[0]?.run();
    expect(restarts).toEqual([]);
    connections[1]?.open();
    connections[1]?.send('trace', 'new');
    expect(restarts).toEqual([1]);
    expect(events.map(({ text }) => text)).toEqual(['old', 'new']);
  });

  it('gives up after six refusals in a row and says so', () => {
    const { connections, waits, states } = setUp();
    for (let attempt = 0; attempt < 7; attempt += 1) {
      connections[attempt]?.refuse();
      waits[attempt]?.run();
    }
    expect(states.at(-1)).toBe('failed');
    expect(connections).toHaveLength(7);
  });

  it('counts refusals from the start again once it has been open', () => {
    const { connections, waits } = setUp();
    connections[0]?.refuse();
    waits[0]?.run();
    connections[1]?.open();
    connections[1]?.refuse();
    expect(waits.map((wait) => wait.ms)).toEqual([150, 150]);
  });

  it('is silent once it is closed', () => {
    const { connections, events, waits, close } = setUp();
    connections[0]?.refuse();
    close();
    connections[0]?.send('trace', {});
    expect(events).toEqual([]);
    expect(waits).toEqual([]);
  });
});

const entered = { at: '2026-01-01T00:00:00Z', kind: 'entered', node: 'welcome', visit: 1, params: {} };

describe('following a call', () => {
  it('gives every trace entry once, whatever is replayed', () => {
    const traces: AnyTraceEntry[] = [];
    const connections: Connection[] = [];
    followCall('v3:a/b', {
      onTrace: (entry) => traces.push(entry),
      onCall: () => undefined,
      onEnd: () => undefined,
      onState: () => undefined,
      onRestart: () => undefined,
      connect: (url) => {
        const connection = new Connection(url);
        connections.push(connection);
        return connection;
      },
    });
    const line = (visit: number) => ({ ...entered, visit });
    const send = (visit: number, id: string) => connections[0]?.send('trace', line(visit), id);
    send(1, '1');
    send(2, '2');
    send(1, '1');
    send(2, '2');
    send(3, '3');
    expect(traces.map((entry) => entry.kind === 'entered' && entry.visit)).toEqual([1, 2, 3]);
    expect(connections[0]?.url).toBe('/api/calls/v3%3Aa%2Fb/stream');
  });
});

describe('listening to the phone', () => {
  it('gives everything heard once, in order', () => {
    const heard: Heard[] = [];
    const connections: Connection[] = [];
    listenToPhone('c1', {
      onHeard: (thing) => heard.push(thing),
      onState: () => undefined,
      connect: (url) => {
        const connection = new Connection(url);
        connections.push(connection);
        return connection;
      },
    });
    const send = (seq: number) =>
      connections[0]?.send('heard', { seq, atMs: seq, callControlId: 'c1', kind: 'beep' });
    for (const seq of [3, 5, 3, 5, 8]) send(seq);
    connections[0]?.send('heard', 'not json');
    expect(heard.map((thing) => thing.seq)).toEqual([3, 5, 8]);
  });
});

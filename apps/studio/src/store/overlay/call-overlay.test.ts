import { describe, expect, it } from 'vitest';
import { clinic, read } from '../testing/harness.ts';
import { callOverlay, markRunningCall, type TraceLine } from './call-overlay.ts';
import { createOverlay, type Overlay } from './overlay.ts';

const enter = (node: string, visit: number, flow?: string): TraceLine => ({
  kind: 'entered',
  node,
  visit,
  ...(flow === undefined ? {} : { flow }),
});
const leave = (node: string, exit: string, via = 'wire', flow?: string): TraceLine => ({
  kind: 'left',
  node,
  exit,
  via,
  ...(flow === undefined ? {} : { flow }),
});

/** The looks of all marks, by id. */
function looks({ nodes, wires }: Overlay) {
  const of = (marks: Overlay['nodes']) => Object.fromEntries([...marks].map(([id, { look }]) => [id, look]));
  return { nodes: of(nodes), wires: of(wires) };
}

const way: readonly TraceLine[] = [
  { kind: 'began' },
  enter('menu', 1),
  { kind: 'waiting', node: 'menu', visit: 1 },
  leave('menu', '1'),
  enter('book', 2),
  leave('book', 'done'),
  enter('goodbye', 3),
  { kind: 'ended' },
];

const drawn = { flow: clinic };

describe('the way of a call', () => {
  it('marks the steps and the wires it took, and where it stands', () => {
    const overlay = callOverlay(way.slice(0, 5), drawn);
    expect(looks(overlay)).toEqual({
      nodes: { menu: 'visited', book: 'here' },
      wires: { 'menu/1': 'visited' },
    });
    expect(overlay).toMatchObject({ kind: 'call', standing: 'book', cursor: 5 });
  });

  it('is shown as far as the cursor', () => {
    expect(looks(callOverlay(way, drawn, 3))).toEqual({ nodes: { menu: 'here' }, wires: {} });
    expect(callOverlay(way, drawn, 0)).toMatchObject({ cursor: 0, standing: null });
  });

  it('stands nowhere once the call has ended', () => {
    const overlay = callOverlay(way, drawn);
    expect(overlay.standing).toBeNull();
    expect(new Set(Object.values(looks(overlay).nodes))).toEqual(new Set(['visited']));
  });

  it('goes on where a step is told after the end, as for what is done after a hang-up', () => {
    expect(callOverlay([...way, enter('menu', 4)], drawn).standing).toBe('menu');
  });

  it('lights up no step of the drawn flow for a step of an entered flow that has its id', () => {
    const entered = 'billing@2';
    const overlay = callOverlay(
      [enter('menu', 1), leave('menu', '1'), enter('book', 2), enter('goodbye', 3, entered)],
      drawn,
    );
    expect(looks(overlay).nodes).toEqual({ menu: 'visited', book: 'here' });
    const left = callOverlay([enter('book', 1), leave('menu', '1', 'wire', entered)], drawn);
    expect(looks(left)).toEqual({ nodes: { book: 'here' }, wires: {} });
  });

  it('can be shown on the flow that was entered', () => {
    const trace = [enter('menu', 1), enter('book', 2, 'billing'), leave('book', 'done', 'wire', 'billing')];
    expect(looks(callOverlay(trace, { flow: clinic, enteredAs: 'billing' }))).toEqual({
      nodes: { book: 'here' },
      wires: { 'book/done': 'visited' },
    });
  });

  it('stands nowhere in an entered flow once that has returned', () => {
    const trace = [
      enter('book', 1, 'billing'),
      leave('book', 'returned', 'return', 'billing'),
      enter('menu', 2),
    ];
    const overlay = callOverlay(trace, { flow: clinic, enteredAs: 'billing' });
    expect(overlay.standing).toBeNull();
    expect(looks(overlay).nodes).toEqual({ book: 'visited' });
  });

  it('stays where it waits while other steps run beside it', () => {
    const overlay = callOverlay([enter('menu', 4), enter('book', 4), leave('book', 'done')], drawn);
    expect(overlay.standing).toBe('menu');
    expect(looks(overlay).nodes).toEqual({ menu: 'here', book: 'visited' });
  });

  it('takes no wire where a handler, a listener or an apology goes on for it', () => {
    for (const via of ['handler', 'listener', 'quiet', 'apology', 'over', 'return'])
      expect(callOverlay([enter('menu', 1), leave('menu', '2', via)], drawn).wires.size).toBe(0);
  });

  it('takes the wire of the other exit where an exit goes the way of that', () => {
    const flow = read({
      ...clinic,
      nodes: { ...clinic.nodes, open: { type: 'business_hours', exits: { closed: 'goodbye' } } },
    });
    const overlay = callOverlay([enter('open', 1), leave('open', 'holiday', 'else')], { flow });
    expect(looks(overlay).wires).toEqual({ 'open/closed': 'visited' });
  });

  it('keeps the marks of steps that a line does not concern', () => {
    const before = callOverlay(way, drawn, 5);
    const after = callOverlay(way, drawn, 6);
    expect(after.nodes.get('book')).toBe(before.nodes.get('book'));
  });
});

describe('a running call', () => {
  it('is marked line by line, and begins anew with the next one', () => {
    const overlay = createOverlay();
    const running = markRunningCall(overlay, () => clinic);
    running.startRun();
    for (const line of way.slice(0, 5)) running.applyTrace(line);
    expect(overlay.getState().shown).toEqual(callOverlay(way, drawn, 5));
    running.endRun();
    expect(overlay.getState().shown).toMatchObject({ standing: null });
    running.startRun();
    expect(overlay.getState().shown?.nodes.size).toBe(0);
    overlay.clear();
    expect(overlay.getState().shown).toBeNull();
  });

  it('is over one of two drawings alone', () => {
    const [one, other] = [createOverlay(), createOverlay()];
    markRunningCall(one, () => clinic).startRun();
    expect(one.getState().shown?.kind).toBe('call');
    expect(other.getState().shown).toBeNull();
  });
});

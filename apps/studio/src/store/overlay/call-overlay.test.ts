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

const drawn = { flow: clinic, answering: 'clinic' };
/** The clinic is drawn, and another flow has answered the call. */
const entered = { flow: clinic, answering: 'front_door' };

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
    const billing = 'billing@2';
    const overlay = callOverlay(
      [enter('menu', 1), leave('menu', '1'), enter('book', 2), enter('goodbye', 3, billing)],
      drawn,
    );
    expect(looks(overlay).nodes).toEqual({ menu: 'visited', book: 'here' });
    const left = callOverlay([enter('book', 1), leave('menu', '1', 'wire', billing)], drawn);
    expect(looks(left)).toEqual({ nodes: { book: 'here' }, wires: {} });
  });

  it('can be shown on a flow that was entered, by its id or in one of its versions', () => {
    for (const flow of ['clinic', 'clinic@3']) {
      const trace = [enter('menu', 1), enter('book', 2, flow), leave('book', 'done', 'wire', flow)];
      expect(looks(callOverlay(trace, entered))).toEqual({
        nodes: { book: 'here' },
        wires: { 'book/done': 'visited' },
      });
    }
  });

  it('lights up nothing for a flow whose id only begins like that of the drawn one', () => {
    const trace = [enter('menu', 1), enter('book', 2, 'clinic_night@3'), enter('book', 3, 'clin')];
    expect(looks(callOverlay(trace, entered))).toEqual({ nodes: {}, wires: {} });
  });

  it('is shown on the flow that answered also where that is entered once more', () => {
    const trace = [enter('menu', 1), enter('book', 2, 'clinic@1')];
    expect(looks(callOverlay(trace, drawn)).nodes).toEqual({ menu: 'visited', book: 'here' });
    const returned = leave('book', 'returned', 'return', 'clinic@1');
    expect(callOverlay([...trace, returned], drawn).standing).toBe('menu');
  });

  it('stands nowhere in an entered flow once that has returned', () => {
    const trace = [
      enter('menu', 1),
      enter('book', 2, 'clinic@3'),
      leave('book', 'returned', 'return', 'clinic@3'),
    ];
    const overlay = callOverlay(trace, entered);
    expect(overlay.standing).toBeNull();
    expect(looks(overlay).nodes).toEqual({ book: 'visited' });
  });

  it('stands nowhere in an entered flow once a listener of an outer one has taken it over', () => {
    const trace = [enter('menu', 1), enter('book', 2, 'clinic@3'), enter('on_call_end', 3)];
    const overlay = callOverlay(trace, entered);
    expect(overlay.standing).toBeNull();
    expect(looks(overlay).nodes).toEqual({ book: 'visited' });
  });

  it('stays in an entered flow while a listener of an outer one is done beside the call', () => {
    const trace = [enter('menu', 1), enter('book', 2, 'clinic@3'), enter('note_it', 2)];
    expect(callOverlay(trace, entered).standing).toBe('book');
  });

  it('stays at the step that has entered another flow until that comes back or a listener takes over', () => {
    const inside = [enter('menu', 1), enter('ask', 2, 'booking@3'), enter('pay', 3, 'billing')];
    expect(callOverlay(inside, drawn).standing).toBe('menu');
    const back = leave('pay', 'returned', 'return', 'billing');
    expect(callOverlay([...inside, back], drawn).standing).toBe('menu');
    expect(callOverlay([...inside, enter('goodbye', 4)], drawn).standing).toBe('goodbye');
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
    const overlay = callOverlay([enter('open', 1), leave('open', 'holiday', 'else')], {
      flow,
      answering: flow.id,
    });
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

  it('is marked in whichever version the flow in the editor is entered', () => {
    const overlay = createOverlay();
    let open = read({ ...clinic, id: 'front_door' });
    const running = markRunningCall(overlay, () => open);
    running.startRun();
    running.applyTrace(enter('menu', 1));
    open = clinic;
    running.applyTrace(enter('book', 2, 'clinic@3'));
    expect(overlay.getState().shown).toMatchObject({ standing: 'book' });
  });

  it('is over one of two drawings alone', () => {
    const [one, other] = [createOverlay(), createOverlay()];
    markRunningCall(one, () => clinic).startRun();
    expect(one.getState().shown?.kind).toBe('call');
    expect(other.getState().shown).toBeNull();
  });
});

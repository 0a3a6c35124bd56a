import { definitionOf, type Flow } from '@gatherline/flow';

interface Listeners {
  /** Ids by the event type they listen for. */
  readonly byType: ReadonlyMap<string, readonly string[]>;
  /** One of them may take the call over while it is going on. */
  readonly interrupt: boolean;
}

/** A flow is the same object for all the calls that follow it, and it is asked at every event. */
const found = new WeakMap<Flow, Listeners>();

/** Ids of a flow's listeners to events of this type, in the order of the file. */
export function listenersTo(flow: Flow, type: string): readonly string[] {
  return listenersOf(flow).byType.get(type) ?? [];
}

/** Whether something in this flow may take the call over wherever it waits. */
export function canInterrupt(flow: Flow): boolean {
  return listenersOf(flow).interrupt;
}

function listenersOf(flow: Flow): Listeners {
  const known = found.get(flow) ?? findListeners(flow);
  found.set(flow, known);
  return known;
}

/** Types that a listener hears only once the call is over, or where a step has failed anyway. */
const notMeanwhile = ['call.hangup', 'flow.error'];

function findListeners({ nodes }: Flow): Listeners {
  const byType = new Map<string, string[]>();
  let interrupt = false;
  for (const [id, { type, params }] of Object.entries(nodes)) {
    const heard = definitionOf(type)?.eventTypes ?? [];
    for (const one of heard) byType.set(one, [...(byType.get(one) ?? []), id]);
    const isMeanwhile = heard.some((one) => !notMeanwhile.includes(one));
    interrupt ||= isMeanwhile && params.mode !== 'alongside';
  }
  return { byType, interrupt };
}

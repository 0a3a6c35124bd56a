import { FORMAT, type Flow, parseFlow } from '@gatherline/flow';
import { createEditor } from '../editor.ts';
import type { EditorPorts, KeptDraft, SaveFlow, SaveOutcome } from '../state.ts';

/** A menu with two keys: one leads to a text and a hang-up, the other nowhere yet. */
export const clinic: Flow = read({
  format: FORMAT,
  id: 'clinic',
  name: 'Clinic',
  settings: { handlers: { no_input: 'goodbye' } },
  variables: { urgent: false },
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'menu' } },
    menu: {
      type: 'gather_using_speak',
      label: 'Main menu',
      params: {
        payload: 'Press 1 for appointments, 2 for the pharmacy.',
        choices: [
          { digits: '1', label: 'Appointments' },
          { digits: '2', label: 'Pharmacy' },
        ],
      },
      exits: { '1': 'book', no_input: 'menu' },
    },
    book: {
      type: 'speak',
      params: { payload: 'You pressed {{ nodes.menu.digits }}. {{ "nodes.menu.digits" }}' },
      exits: { done: 'goodbye' },
    },
    goodbye: { type: 'hangup' },
  },
  layout: { incoming: [0, 0], menu: [360, 0], book: [720, 0], goodbye: [1080, 0] },
});

export function read(document: unknown): Flow {
  const reading = parseFlow(document);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.message).join(' '));
  return reading.flow;
}

/** An editor whose time passes when the test says so, and whose saves are answered by the test. */
export function setUpHarness(
  flow: Flow = clinic,
  options: { readonly readOnly?: boolean; readonly lint?: EditorPorts['lint'] } = {},
) {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  const kept = new Map<string, KeptDraft>();
  const saves: { flow: Flow; revision: number; answer: (outcome: SaveOutcome) => Promise<void> }[] = [];
  const editor = createEditor({
    lint: options.lint ?? (() => []),
    now: () => time,
    schedule(run, ms) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    timeZone: 'Europe/Zurich',
    keptDrafts: {
      read: (id) => kept.get(id) ?? null,
      write: (id, draft) => void kept.set(id, draft),
      remove: (id) => void kept.delete(id),
    },
  });
  const save: SaveFlow = (saved, revision) =>
    new Promise((resolve) => {
      saves.push({
        flow: saved,
        revision,
        async answer(outcome) {
          resolve(outcome);
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        },
      });
    });
  editor.getState().setSave(save);
  editor.getState().open(flow, 1, options.readOnly ?? false);
  const advance = (ms: number) => {
    const until = time + ms;
    for (;;) {
      const due = timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      timers = timers.filter((timer) => timer !== due);
      time = due.at;
      due.run();
    }
    time = until;
  };
  return { editor, state: () => editor.getState(), advance, saves, kept };
}

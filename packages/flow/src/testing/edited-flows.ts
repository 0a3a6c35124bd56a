import fc from 'fast-check';
import { renameSteps } from '../references.ts';
import type { Flow } from '../schema.ts';
import { flowFrom } from './flow-from.ts';

type Edit = (flow: Flow) => Flow;

const ids = ['menu', 'book', 'bye', 'sort', 'desk'];
const newIds = ['fresh', 'other'];
const keys = ['1', '2', '3', '4'];
const id = fc.constantFrom(...ids);
const anyId = fc.constantFrom(...ids, ...newIds);
const word = fc.constantFrom(
  'Hello.',
  'Good night.',
  'Press 1.',
  '{{ nodes.menu.digits }}',
  '{{ nodes.book.status }}',
);

const choices = fc.uniqueArray(fc.record({ digits: fc.constantFrom(...keys), label: word }), {
  selector: ({ digits }) => digits,
});

const node = fc.oneof(
  fc.record({
    type: fc.constant('gather_using_speak'),
    label: fc.constantFrom('Main menu', 'Second menu'),
    params: fc.record({
      payload: word,
      choices,
      timeout_millis: fc.integer({ min: 1, max: 9 }),
    }),
    exits: fc.dictionary(fc.constantFrom(...keys, 'no_input'), id),
  }),
  fc.record({
    type: fc.constant('speak'),
    params: fc.record({ payload: word }),
    exits: fc.dictionary(fc.constant('done'), id),
  }),
  fc.record({
    type: fc.constant('branch'),
    params: fc.record({
      branches: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('young', 'old'),
          when: fc.constantFrom('nodes.menu.digits == 1', 'vars.x'),
        }),
        { selector: ({ name }) => name },
      ),
    }),
    exits: fc.dictionary(fc.constantFrom('young', 'old', 'else'), id),
  }),
  fc.record({
    type: fc.constant('dial'),
    params: fc.record({
      to: fc.uniqueArray(fc.constantFrom('+13125550100', '+13125550101', '{{ vars.x }}')),
    }),
  }),
  fc.record({
    type: fc.constant('menu'),
    params: fc.record({ prompts: fc.array(fc.record({ text: word }), { maxLength: 3 }) }),
  }),
  fc.record({ type: fc.constant('hangup') }),
);

/** Any small flow: menus, branches, lists, wires to steps that are there or not, templates, handlers, unknown fields. */
export const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    nodes: fc.dictionary(id, node, { minKeys: 4 }),
    settings: fc.record(
      {
        voice: word,
        handlers: fc.dictionary(fc.constantFrom('no_input', 'error'), id),
        future: fc.dictionary(word, word),
      },
      { requiredKeys: [] },
    ),
    variables: fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(fc.integer(), word)),
    inputs: fc.dictionary(
      fc.constantFrom('age', 'name'),
      fc.record({ type: fc.constantFrom('text', 'number') }),
    ),
    layout: fc.dictionary(id, fc.tuple(fc.constantFrom(0, 20, 40), fc.constantFrom(0, 20))),
  })
  .map(flowFrom);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anyId, node).map(
    ([at, value]): Edit =>
      (flow) =>
        withNode(flow, at, value),
  ),
  fc.tuple(id, word).map(
    ([at, label]): Edit =>
      (flow) =>
        changed(flow, at, { label }),
  ),
  fc.tuple(id, fc.constantFrom('1', 'done', 'no_input'), anyId).map(
    ([at, exit, target]): Edit =>
      (flow) =>
        changed(flow, at, { exits: { ...flow.nodes[at]?.exits, [exit]: target } }),
  ),
  fc.tuple(id, choices).map(
    ([at, list]): Edit =>
      (flow) =>
        changed(flow, at, { params: { ...flow.nodes[at]?.params, choices: list } }),
  ),
  fc.tuple(id, word).map(
    ([at, payload]): Edit =>
      (flow) =>
        changed(flow, at, { params: { ...flow.nodes[at]?.params, payload } }),
  ),
  id.map(
    (gone): Edit =>
      (flow) =>
        withoutNode(flow, gone),
  ),
  fc.tuple(id, fc.constantFrom('renamed', 'menu_9')).map(
    ([from, to]): Edit =>
      (flow) =>
        flow.nodes[from] === undefined || flow.nodes[to] !== undefined
          ? flow
          : renameSteps(flow, new Map([[from, to]])),
  ),
  fc.tuple(id, fc.constantFrom(60, 80)).map(
    ([at, x]): Edit =>
      (flow) =>
        flowFrom({ ...flow, layout: { ...flow.layout, [at]: [x, 0] } }),
  ),
  word.map(
    (voice): Edit =>
      (flow) =>
        flowFrom({ ...flow, settings: { ...flow.settings, voice } }),
  ),
);

const fewEdits = fc.array(edit, { minLength: 1, maxLength: 5 });

/** A flow, and two states that people came to from it by a few edits each. */
export const editedTwice = fc
  .tuple(anyFlow, fewEdits, fewEdits)
  .map(([base, mine, theirs]) => ({ base, mine: afterAll(base, mine), theirs: afterAll(base, theirs) }));

function afterAll(flow: Flow, edits: readonly Edit[]): Flow {
  return edits.reduce((state, each) => each(state), flow);
}

function withNode(flow: Flow, at: string, value: object): Flow {
  return flowFrom({ ...flow, nodes: { ...flow.nodes, [at]: value } });
}

function changed(flow: Flow, at: string, parts: object): Flow {
  return flow.nodes[at] === undefined ? flow : withNode(flow, at, { ...flow.nodes[at], ...parts });
}

function withoutNode(flow: Flow, gone: string): Flow {
  const nodes = Object.entries(flow.nodes)
    .filter(([at]) => at !== gone)
    .map(([at, value]) => [
      at,
      {
        ...value,
        exits: Object.fromEntries(Object.entries(value.exits).filter(([, target]) => target !== gone)),
      },
    ]);
  const layout = Object.entries(flow.layout).filter(([at]) => at !== gone);
  return flowFrom({ ...flow, nodes: Object.fromEntries(nodes), layout: Object.fromEntries(layout) });
}

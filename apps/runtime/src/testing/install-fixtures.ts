import type { Conversation } from '@gatherline/conversations';
import { type Flow, readFlow, type RunnableFlow, type Subflows } from '@gatherline/flow';
import type { TestService } from './service.ts';
import type { Web } from './web.ts';

interface Furniture {
  readonly flow: RunnableFlow;
  /** What the flow is called in the service, which has no other of that name. */
  readonly id: string;
  readonly web: Web;
}

interface Furnished {
  readonly flow: Flow;
  /** Takes away what another conversation could mistake for its own. */
  clear(): Promise<void>;
}

/** Gives the service what the conversation takes for granted: resources, the flows that are entered, the flow itself. */
export async function installFixtures(
  service: TestService,
  { call, resources }: Conversation,
  { flow, id, web }: Furniture,
): Promise<Furnished> {
  const { subflows = {}, ...own } = flow;
  const declared: Flow['resources'] = Object.assign(
    {},
    ...Object.values(subflows).map((one) => one.resources),
    flow.resources,
  );
  for (const [name, { type }] of Object.entries(declared)) {
    const value = resources[name] ?? standIns[type];
    const bound = JSON.parse(web.toHere(JSON.stringify({ type, value })));
    await service.api('PUT', `/api/resources/${name}`, bound);
  }
  for (const subflow of innermostFirst(subflows)) await service.provide(here(web, subflow));
  // Nobody can give variables to a call that comes in: for the flow they are the same as its own.
  const variables = { ...flow.variables, ...call.variables };
  const inputs = givenInputs(flow, call.variables);
  const played = here(web, Object.assign({}, own, { id, variables, inputs }));
  await service.answerWith(played);
  // A flow that lacks a value can't be published; it may lack one later.
  const lost = Object.entries(declared).filter(
    ([name, { type }]) => type !== 'secret' && !(name in resources),
  );
  const remove = (names: readonly string[]) =>
    Promise.all(names.map((name) => service.api('DELETE', `/api/resources/${name}`)));
  await remove(lost.map(([name]) => name));
  return { flow: played, clear: async () => void (await remove(Object.keys(declared))) };
}

/** What a call brings along for an input wins over its default. */
function givenInputs({ inputs }: Flow, given: Conversation['call']['variables']): object {
  const rows = Object.entries(inputs).map(
    ([name, input]) => [name, name in given ? { ...input, default: given[name] } : input] as const,
  );
  return Object.fromEntries(rows);
}

/** Values where a conversation gives none: that of a secret is nobody's business. */
const standIns = {
  number: '+13125550199',
  url: 'https://example.com',
  text: 'words',
  hours: { time_zone: 'UTC', weekly: { mon: [['09:00', '17:00']] } },
  secret: 's3cret-of-the-test',
};

function here(web: Web, flow: object): Flow {
  const reading = readFlow(web.toHere(JSON.stringify(flow)));
  if (!reading.ok) throw new Error(`The flow can't be read: ${JSON.stringify(reading.problems)}`);
  return reading.flow;
}

/** A flow is published after those that it enters. */
function innermostFirst(subflows: Subflows): readonly Flow[] {
  const names = (flow: Flow) =>
    Object.keys(subflows).filter((name) => JSON.stringify(flow.nodes).includes(`"${name}"`));
  const placed: Flow[] = [];
  const place = (flow: Flow): void => {
    if (placed.includes(flow)) return;
    for (const name of names(flow)) {
      const entered = subflows[name];
      if (entered !== undefined && entered !== flow) place(entered);
    }
    placed.push(flow);
  };
  for (const flow of Object.values(subflows)) place(flow);
  return placed;
}

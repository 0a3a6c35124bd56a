import Telnyx from 'telnyx';
import { describe, expect, test } from 'vitest';
import { actionOf } from './catalogue.ts';
import { carrierActions, checkCarrierAction } from './index.ts';

/** Every action that the official client can ask for, by the path it calls. */
async function actionsOfTheClient(): Promise<readonly string[]> {
  const called: string[] = [];
  const client = new Telnyx({
    apiKey: 'none',
    fetch: async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      called.push(pathname.replace('/v2/calls/leg/actions/', ''));
      return Response.json({ data: {} });
    },
  });
  const { actions } = client.calls;
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(actions))) {
    const method: unknown = Reflect.get(actions, name);
    if (name !== 'constructor' && typeof method === 'function') await method.call(actions, 'leg', {});
  }
  return called;
}

test('the catalogue has every action of the official client but one', async () => {
  const theirs = await actionsOfTheClient();
  expect(carrierActions).toEqual(theirs.filter((name) => name !== 'client_state_update').toSorted());
});

describe.each(carrierActions)('%s', (action) => {
  test('leaves to the engine what is its own', () => {
    const names = Object.keys(actionOf(action)?.parameters ?? {});
    expect(names.filter((name) => name.endsWith('client_state') || name === 'command_id')).toEqual([]);
  });

  test('takes an empty body, or says what must be in it', () => {
    const found = checkCarrierAction(action, {});
    expect(found.filter(({ message }) => !/missing|without one of/.test(message))).toEqual([]);
  });

  test('names parameters that exist where one of several is needed or allowed', () => {
    const { exclusive = [], needs = [], parameters = {} } = actionOf(action) ?? {};
    expect([...exclusive, ...needs].flat().filter((name) => !(name in parameters))).toEqual([]);
  });
});

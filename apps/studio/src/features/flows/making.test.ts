import { describe, expect, it } from 'vitest';
import { ApiError, type Binding } from '../../api/index.ts';
import { emptyFlow } from './empty-flow.ts';
import { make, type Maker, type Wanted } from './making.ts';

const flow = emptyFlow({ id: 'clinic', name: 'Clinic' });
const opening = emptyFlow({ id: 'opening', name: 'Opening' });
const desk: Binding = { name: 'desk', type: 'number', value: '+13125550100' };
const crm: Binding = { name: 'crm', type: 'secret', value: 'hush' };
const wanted: Wanted = { flow, entered: [opening], bindings: [desk, crm] };

/** A service that refuses the things named until it is told otherwise. */
function service(refusals: Record<string, ApiError> = {}) {
  const made: string[] = [];
  const take = async (name: string) => {
    const refusal = refusals[name];
    if (refusal !== undefined) throw refusal;
    made.push(name);
  };
  const maker: Maker = { createFlow: ({ id }) => take(id), bindResource: ({ name }) => take(name) };
  return { made, maker, refusals };
}

const refusal = (code: string) => new ApiError({ status: 409, code, message: `No: ${code}.` });

describe('making what was chosen', () => {
  it('begins with the flow, goes on with those it enters, and ends with the values', async () => {
    const { made, maker } = service();
    expect(await make(wanted, new Map(), maker)).toEqual({ kind: 'made' });
    expect(made).toEqual(['clinic', 'opening', 'desk', 'crm']);
  });

  it('has made nothing when the id of the flow was taken meanwhile', async () => {
    const { made, maker } = service({ clinic: refusal('id_taken') });
    expect(await make(wanted, new Map(), maker)).toMatchObject({ kind: 'stopped', made: [] });
    expect(made).toEqual([]);
  });

  it('takes an entered flow that is here by now for what it is', async () => {
    const { maker } = service({ opening: refusal('id_taken') });
    expect(await make(wanted, new Map(), maker)).toEqual({ kind: 'made' });
  });

  it('says what was made and what is left, and goes on from there', async () => {
    const { made, maker, refusals } = service({ desk: refusal('store_unavailable') });
    const done = new Map<string, string>();
    expect(await make(wanted, done, maker)).toMatchObject({
      kind: 'stopped',
      made: ['the flow “Clinic”', 'the flow “Opening”'],
      left: ['the value of desk', 'the value of crm'],
      cause: { code: 'store_unavailable' },
    });
    delete refusals.desk;
    expect(await make(wanted, done, maker)).toEqual({ kind: 'made' });
    expect(made).toEqual(['clinic', 'opening', 'desk', 'crm']);
  });
});

import { describe, expect, it } from 'vitest';
import { clinic } from '../../../store/testing/harness.ts';
import { paramsText, readStepJson } from './json-checks.ts';

const menu = clinic.nodes.menu;
if (menu === undefined) throw new Error('The clinic has a menu.');

const check = (text: string) => readStepJson('menu', menu, text, null);

describe('the JSON of a step', () => {
  it('is what the file holds, and has nothing to mend', () => {
    expect(check(paramsText(menu))).toEqual({ ok: true, params: menu.params, checks: [] });
  });

  it('names line and field of a value that is not allowed', () => {
    const reading = check('{\n  "payload": "Hi",\n  "maximum_tries": "three"\n}');
    expect(reading.checks).toMatchObject([{ severity: 'error', field: 'maximum_tries', place: { line: 3 } }]);
  });

  it('names the line of the step that lacks something', () => {
    const reading = check('{\n  "maximum_tries": 3\n}');
    expect(reading.checks).toMatchObject([{ severity: 'error', field: 'payload', place: { line: 1 } }]);
  });

  it('warns of a parameter that nothing reads, at its line', () => {
    const reading = check('{\n  "payload": "Hi",\n  "payloda": "Ho"\n}');
    expect(reading.checks).toMatchObject([{ severity: 'warning', field: 'payloda', place: { line: 3 } }]);
  });

  it('can’t be applied while it can’t be read', () => {
    expect(check('{\n  "payload": "Hi",\n}')).toMatchObject({ ok: false, checks: [{ place: { line: 3 } }] });
  });

  it('takes an emptied text for no parameters', () => {
    expect(check(' ')).toMatchObject({ ok: true, params: {} });
  });

  it('shows what the whole flow says about the stored step', () => {
    const known = {
      rule: 'unknown-variable',
      severity: 'warning',
      message: 'Nobody sets it.',
      cure: 'Set it.',
      node: 'menu',
      path: ['params', 'payload'],
    } as const;
    const reading = readStepJson('menu', menu, paramsText(menu), [known]);
    expect(reading.checks).toMatchObject([{ text: 'Nobody sets it. Set it.', place: { line: 2 } }]);
  });
});

import { FORMAT, parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../api/index.ts';
import { findTemplates } from './find-templates.ts';

function template(id: string, name: string, rest: object): Template {
  const reading = parseFlow({ format: FORMAT, id, name, ...rest });
  if (!reading.ok) throw new Error('The flow of this test is none.');
  return { id, name, description: `${name} in one sentence.`, flow: reading.flow };
}

const clinic = template('clinic', 'Clinic line', {
  resources: { desk: { type: 'number', title: 'Number of the reception' } },
  nodes: { hello: { type: 'speak', label: 'Begrüßung' } },
});
const shop = template('shop', 'Shop in two languages', {
  nodes: { bye: { type: 'hangup', label: 'The line ends' } },
});
const found = (query: string) => findTemplates([shop, clinic], query).map(({ id }) => id);

describe('searching the templates', () => {
  it.each([
    ['', ['shop', 'clinic']],
    ['LANGUAGES shop', ['shop']],
    ['reception', ['clinic']],
    ['begrußung', ['clinic']],
    ['hang up', ['shop']],
    ['one sentence', ['shop', 'clinic']],
    ['line', ['clinic', 'shop']],
    ['shop line', ['shop']],
    ['zeppelin', []],
  ])('for “%s” finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});

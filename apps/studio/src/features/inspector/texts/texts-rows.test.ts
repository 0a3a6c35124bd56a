import { describe, expect, it } from 'vitest';
import { languagesOf } from '../../../store/index.ts';
import { read } from '../../../store/testing/harness.ts';
import { filterRows, textRows, wordsIn } from './texts-rows.ts';

const flow = read({
  format: 'gatherline/flow@1',
  id: 'clinic',
  name: 'Clinic',
  settings: { languages: ['en-US', 'es-US'], apology: 'Sorry.' },
  nodes: {
    goodbye: { type: 'speak', label: 'Goodbye', params: { payload: '{{ vars.code }}' } },
    incoming: { type: 'start', exits: { incoming: 'menu' } },
    menu: {
      type: 'gather_using_speak',
      label: 'Main menu',
      params: {
        payload: { 'en-US': 'Press 1.', 'es-US': 'Marque 1.' },
        invalid_payload: { 'en-US': 'Pardon?' },
      },
      exits: { collected: 'goodbye' },
    },
  },
});
const rows = textRows(flow, languagesOf(flow));
const keys = (found: typeof rows) => found.map(({ key }) => key);

describe('the table of texts', () => {
  it('has a row for every text, in the order of the call, the flow’s own last', () => {
    expect(keys(rows)).toEqual([
      'menu/params.payload',
      'menu/params.invalid_payload',
      'goodbye/params.payload',
      '/settings.apology',
    ]);
    expect(rows.map(({ place }) => place)).toEqual(['Main menu', 'Main menu', 'Goodbye', 'The flow']);
  });

  it('says in which languages words are lacking; a value alone needs none', () => {
    expect(rows.map(({ lacking }) => lacking)).toEqual([[], ['es-US'], [], ['es-US']]);
  });

  it('shows one text for all in the column of the usual language', () => {
    expect(wordsIn('Sorry.', 'en-US', 'en-US')).toBe('Sorry.');
    expect(wordsIn('Sorry.', 'es-US', 'en-US')).toBe('');
  });

  it('narrows down to what lacks words, and to what is searched for', () => {
    expect(keys(filterRows(rows, { query: '', isOnlyLacking: true }))).toEqual([
      'menu/params.invalid_payload',
      '/settings.apology',
    ]);
    expect(keys(filterRows(rows, { query: 'menu marque', isOnlyLacking: false }))).toEqual([
      'menu/params.payload',
    ]);
  });
});

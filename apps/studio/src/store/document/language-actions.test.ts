import { describe, expect, it } from 'vitest';
import { languagesOf } from './languages.ts';
import { read, setUpHarness } from '../testing/harness.ts';

const bilingual = read({
  format: 'gatherline/flow@1',
  id: 'clinic',
  name: 'Clinic',
  settings: {
    languages: ['en-US', 'es-US'],
    voices: { 'es-US': 'AWS.Polly.Lupe-Neural' },
    apology: { 'en-US': 'Sorry.', 'es-US': 'Perdón.' },
  },
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: { 'en-US': 'Hello.', 'es-US': 'Hola.' } } },
  },
});

describe('the languages of a flow', () => {
  it('begin with the one that is named alone, and are English where nothing is said', () => {
    expect(languagesOf({ settings: {} })).toEqual(['en-US']);
    expect(languagesOf({ settings: { language: 'es-US' } })).toEqual(['es-US']);
    expect(languagesOf({ settings: { language: 'es-US', languages: ['en-US', 'es-US'] } })).toEqual([
      'es-US',
      'en-US',
    ]);
  });

  it('are written as a list once there are two, and in one step', () => {
    const { state } = setUpHarness();
    state().setLanguages(['en-US', 'es-US']);
    expect(state().flow?.settings).toMatchObject({ languages: ['en-US', 'es-US'] });
    state().setLanguages(['es-US', 'en-US']);
    expect(state().flow?.settings.languages).toEqual(['es-US', 'en-US']);
    state().undo();
    state().undo();
    expect(state().flow?.settings).not.toHaveProperty('languages');
    expect(state().canUndo).toBe(false);
  });

  it('say nothing again when only the usual one is left', () => {
    const { state } = setUpHarness(bilingual);
    state().setLanguages(['en-US']);
    expect(state().flow?.settings).not.toHaveProperty('languages');
    expect(state().flow?.settings).not.toHaveProperty('language');
    state().setLanguages(['es-US']);
    expect(state().flow?.settings.language).toBe('es-US');
  });
});

describe('the texts of a language that is removed', () => {
  it('stay where they are', () => {
    const { state } = setUpHarness(bilingual);
    state().setLanguages(['en-US']);
    expect(state().flow?.nodes.hello?.params.payload).toEqual({ 'en-US': 'Hello.', 'es-US': 'Hola.' });
    expect(state().flow?.settings.voices).toEqual({ 'es-US': 'AWS.Polly.Lupe-Neural' });
  });

  it('go with it when that is asked for, and come back with one undo', () => {
    const { state } = setUpHarness(bilingual);
    state().setLanguages(['en-US'], { dropTexts: true });
    expect(state().flow?.nodes.hello?.params.payload).toBe('Hello.');
    expect(state().flow?.settings.apology).toBe('Sorry.');
    expect(state().flow?.settings.voices).toEqual({});
    state().undo();
    expect(state().flow?.nodes.hello?.params.payload).toEqual({ 'en-US': 'Hello.', 'es-US': 'Hola.' });
    expect(state().flow?.settings.apology).toEqual({ 'en-US': 'Sorry.', 'es-US': 'Perdón.' });
  });
});

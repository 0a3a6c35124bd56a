import { definitionOf, type JsonObject } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

function spoken(type: string, params: JsonObject) {
  const definition = definitionOf(type);
  if (definition === undefined) throw new Error(`There is no node type ${type}.`);
  return spokenIn(params, definition).map(({ at, text }) => [at.join('.'), text]);
}

describe('the texts that callers hear', () => {
  it('are those that may be given by language', () => {
    expect(spoken('gather_using_speak', { payload: 'Press 1.', voice: 'Telnyx.KokoroTTS.af' })).toEqual([
      ['params.payload', 'Press 1.'],
    ]);
  });

  it('may stand inside other settings', () => {
    const texts = { 'en-US': 'Hello.', 'es-US': 'Hola.' };
    expect(spoken('answer', { assistant: { greeting: texts } })).toEqual([
      ['params.assistant.greeting', texts],
    ]);
  });

  it('are looked for in drafts that are all wrong', () => {
    expect(spoken('speak', { payload: [{ wrong: true }] })).toEqual([]);
    expect(spoken('answer', { assistant: 'wrong' })).toEqual([]);
    expect(spoken('speak', { payload: { 'en-US': 1, 'es-US': 'Hola.' } })).toEqual([
      ['params.payload', { 'es-US': 'Hola.' }],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import '../carrier-parameters/parts/meta.ts';
import { callerText } from '../carrier-parameters/parts/text.ts';
import type { JsonObject } from '../json.ts';
import { fieldsOf } from './fields-of.ts';
import { spokenTexts } from './spoken.ts';

const fields = fieldsOf(
  z.object({
    payload: callerText(3000).meta({ title: 'What to ask' }),
    note: callerText().optional(),
    voice: z.string().optional(),
    attempts: z.array(z.object({ text: callerText().meta({ title: 'Text' }) })).optional(),
    more: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('greet'), greeting: callerText().optional() }),
        z.object({ type: z.literal('none') }),
      ])
      .optional(),
  }),
);

const texts = (params: JsonObject) => spokenTexts(params, fields).map(({ at, text }) => [at.join('.'), text]);

describe('the texts that callers hear', () => {
  it('are those that may be given by language', () => {
    expect(texts({ payload: 'Press 1.', voice: 'Telnyx.KokoroTTS.af' })).toEqual([
      ['params.payload', 'Press 1.'],
    ]);
  });

  it('stand inside lists and kinds too', () => {
    const greeting = { 'en-US': 'Hello.', 'es-US': 'Hola.' };
    expect(
      texts({
        payload: '1?',
        attempts: [{ text: 'One.' }, { text: 'Two.' }],
        more: { type: 'greet', greeting },
      }),
    ).toEqual([
      ['params.payload', '1?'],
      ['params.attempts.0.text', 'One.'],
      ['params.attempts.1.text', 'Two.'],
      ['params.more.greeting', greeting],
    ]);
  });

  it('are missed only where they must be there', () => {
    expect(texts({ more: { type: 'greet' } })).toEqual([['params.payload', undefined]]);
  });

  it('are looked for in drafts that are all wrong', () => {
    expect(
      texts({ payload: [{ wrong: true }], attempts: 'wrong', more: { type: 'odd', greeting: 'Hi' } }),
    ).toEqual([]);
    expect(texts({ payload: { 'en-US': 1, 'es-US': 'Hola.' } })).toEqual([
      ['params.payload', { 'es-US': 'Hola.' }],
    ]);
  });

  it('say what they are called and how long they may be', () => {
    expect(spokenTexts({ payload: 'Hi' }, fields)[0]).toMatchObject({
      title: 'What to ask',
      required: true,
      control: { maxCharacters: 3000 },
    });
  });
});

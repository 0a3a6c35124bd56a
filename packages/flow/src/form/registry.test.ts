import { describe, expect, it } from 'vitest';
import { definitions } from '../nodes/index.ts';
import type { Control, Field } from './index.ts';
import { fieldsOf } from './index.ts';

/** Parameters whose schema is free by the carrier's own contract, so that a box of JSON is all there can be. */
const free = [
  'metadata',
  'parameters',
  'properties',
  'dynamic_variables',
  'mcp_servers',
  'observability_settings',
  'custom_parameters',
  'params',
  'keywords_boosting',
  'speech_context',
  'structured_provider',
  'transcription_engine_config',
];

function* boxesIn(control: Control, at: string): Generator<string> {
  if (control.kind === 'json') yield at;
  if (control.kind === 'list') yield* boxesIn(control.item, at);
  if (control.kind === 'record') yield* boxesIn(control.value, at);
  if (control.kind === 'object') yield* boxesOf(control.fields, at);
  if (control.kind === 'variant') for (const { fields } of control.variants) yield* boxesOf(fields, at);
  if (control.kind === 'union') for (const option of control.options) yield* boxesIn(option.control, at);
}

function* boxesOf(fields: readonly Field[], at: string): Generator<string> {
  for (const field of fields) yield* boxesIn(field.control, `${at}.${field.name}`);
}

describe.each(definitions)('the form of $type', ({ type, params }) => {
  const fields = fieldsOf(params);

  it('has a field for every parameter', () => {
    expect(fields.map((field) => field.name)).toEqual(Object.keys(params.shape));
  });

  it('falls back to JSON only where the schema itself is free', () => {
    const boxes = [...boxesOf(fields, type)].filter((at) => !free.includes(at.split('.').at(-1) ?? ''));
    expect(boxes).toEqual([]);
  });

  it('names every field and says what it does', () => {
    const silent = fields.filter((field) => field.help === undefined || field.title === '');
    expect(silent.map((field) => field.name)).toEqual([]);
  });
});

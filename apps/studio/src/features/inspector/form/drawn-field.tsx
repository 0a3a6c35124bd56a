import type { Control, Field, Option } from '@gatherline/flow';
import { ChoiceField, type FieldWords, JsonField, NumberField, SwitchField } from '../../../ui/index.ts';
import type { Drawn, MemberProps } from './drawing.ts';
import { DrawnFlowPart } from './drawn-flow.tsx';
import { DrawnFree } from './drawn-free.tsx';
import { DrawnHours } from './drawn-hours.tsx';
import { DrawnList } from './drawn-list.tsx';
import { DrawnObject } from './drawn-object.tsx';
import { DrawnRecord } from './drawn-record.tsx';
import { DrawnText } from './drawn-text.tsx';
import { DrawnUnion } from './drawn-union.tsx';
import { DrawnVariant } from './drawn-variant.tsx';
import { type FieldSurroundings, useFieldContext } from './field-context.ts';
import { messagesAt } from './field-problems.ts';
import { isPlain } from './members.ts';
import { exampleOf, languageLabel, placeholderOf, unitWords } from './wording.ts';

/** Any parameter, drawn from its description. */
export function DrawnField({ field, labelHidden, ...drawing }: MemberProps) {
  const surroundings = useFieldContext();
  const words: FieldWords = { ...wordsFor(field, drawing.path, surroundings), labelHidden };
  return drawControl(field.control, { ...drawing, field, words, onCommit: surroundings.onCommit });
}

function drawControl(control: Control, { field, words, onCommit, ...drawing }: Committed) {
  const { value, onChange } = drawing;
  const placeholder = placeholderOf(field);
  switch (control.kind) {
    case 'text':
      return <DrawnText {...drawing} words={words} field={{ ...field, control }} />;
    case 'number':
      return (
        <NumberField
          {...words}
          {...unitWords(control, value)}
          min={control.min}
          max={control.max}
          integer={control.integer}
          start={typeof field.carrierDefault === 'number' ? field.carrierDefault : undefined}
          placeholder={placeholder}
          value={typeof value === 'number' ? value : undefined}
          onChange={onChange}
          onCommit={onCommit}
        />
      );
    case 'switch':
      return (
        <SwitchField
          {...words}
          value={typeof value === 'boolean' ? value : undefined}
          fallback={(field.default ?? field.carrierDefault) === true}
          onChange={onChange}
          onCommit={onCommit}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...words}
          options={control.as === 'language' ? inWords(control.options) : control.options}
          placeholder={placeholder}
          value={isPlain(value) ? value : undefined}
          onChange={onChange}
          onCommit={onCommit}
        />
      );
    case 'list':
      return <DrawnList {...drawing} words={words} field={{ ...field, control }} />;
    case 'object':
      return <DrawnObject {...drawing} words={words} field={{ ...field, control }} />;
    case 'variant':
      return <DrawnVariant {...drawing} words={words} field={{ ...field, control }} />;
    case 'record':
      return <DrawnRecord {...drawing} words={words} field={{ ...field, control }} />;
    case 'union':
      return <DrawnUnion {...drawing} words={words} field={{ ...field, control }} />;
    case 'hours':
      return <DrawnHours {...drawing} words={words} field={{ ...field, control }} />;
    case 'flow':
    case 'flow_version':
    case 'flow_inputs':
    case 'flow_outputs':
      return <DrawnFlowPart {...drawing} words={words} field={{ ...field, control }} />;
    case 'json':
    default:
      return control.shape === 'list' ? (
        <JsonField {...words} shape="list" value={value} onChange={onChange} onCommit={onCommit} />
      ) : (
        <DrawnFree {...drawing} words={words} field={{ ...field, control }} />
      );
  }
}

interface Committed extends Drawn {
  readonly onCommit: () => void;
}

function inWords(options: readonly Option[]): readonly Option[] {
  return options.map(({ value, label }) => ({ value, label: languageLabel(value, label) }));
}

const leaves: ReadonlySet<Control['kind']> = new Set([
  'text',
  'number',
  'switch',
  'choice',
  'flow',
  'flow_version',
  'json',
]);

function wordsFor(
  field: Field,
  path: MemberProps['path'],
  { problems, action, disabled }: FieldSurroundings,
): FieldWords {
  const isLeaf = leaves.has(field.control.kind);
  const unit = field.control.kind === 'number' ? field.control.unit : undefined;
  return {
    label: field.title,
    help: field.help,
    example: exampleOf(field),
    technical: `${action === undefined ? 'In the file' : 'Telnyx'}: ${field.name}${unit === 'ms' ? ' (in milliseconds)' : ''}`,
    required: field.required && field.control.kind !== 'switch',
    disabled,
    at: path.join('.'),
    ...messagesAt(problems, path, isLeaf),
  };
}

export { blankOf } from './blank-of.ts';
export type {
  ChoiceControl,
  Control,
  Field,
  FlowControl,
  HoursControl,
  ListControl,
  NumberControl,
  ObjectControl,
  Option,
  RecordControl,
  TextControl,
  UnionControl,
  UnionOption,
  Variant,
  VariantControl,
} from './field.ts';
export { fieldsOf } from './fields-of.ts';
export { type GroupOfFields, groupFields } from './groups.ts';
export { type SpokenText, spokenTexts } from './spoken.ts';

import type { FieldGroup } from '../carrier-parameters/parts/meta.ts';
import type { Field } from './field.ts';

/** Fields that are shown together under one heading. */
export interface GroupOfFields {
  readonly group: FieldGroup;
  readonly title: string;
  readonly fields: readonly Field[];
}

const titles: Readonly<Record<FieldGroup, string>> = {
  main: 'Main',
  voice: 'Voice',
  listening: 'Listening',
  assistant: 'Assistant',
  recording: 'Recording',
  streaming: 'Sound to another system',
  sip: 'Telephone exchange (SIP)',
  webhooks: 'Webhooks',
  outgoing: 'Outgoing calls',
  advanced: 'More',
};

const order: readonly FieldGroup[] = [
  'main',
  'voice',
  'listening',
  'assistant',
  'recording',
  'streaming',
  'sip',
  'webhooks',
  'outgoing',
  'advanced',
];

/** Sorts fields into their groups, `main` first; groups without a field are left out. Order inside a group is kept. */
export function groupFields(fields: readonly Field[]): readonly GroupOfFields[] {
  return order
    .map((group) => ({
      group,
      title: titles[group],
      fields: fields.filter((field) => field.group === group),
    }))
    .filter(({ fields: members }) => members.length > 0);
}

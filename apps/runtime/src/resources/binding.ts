import { resourceValueSchemas as values } from '@gatherline/flow';
import { z } from 'zod';

const type = <const Name extends string>(name: Name) =>
  z.literal(name).meta({ description: 'What flows expect under this name.' });

/** A type, and a value that fits it. */
export const bindingSchema = z.discriminatedUnion('type', [
  z.object({
    type: type('number'),
    value: values.number.meta({ description: 'A phone number in E.164, or a SIP address.' }),
  }),
  z.object({ type: type('url'), value: values.url.meta({ description: 'An address of the web.' }) }),
  z.object({ type: type('text'), value: values.text.meta({ description: 'Any words.' }) }),
  z.object({
    type: type('hours'),
    value: values.hours.meta({
      description: 'Opening hours by day, with holidays and closures, in local time.',
    }),
  }),
  z.object({
    type: type('secret'),
    value: values.secret.meta({ description: 'It is sealed when it is stored, and never given out again.' }),
  }),
]);

export type Binding = z.output<typeof bindingSchema>;

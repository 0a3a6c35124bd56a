import { z } from 'zod';

/** The one format this version writes. Older ones are migrated on reading. */
export const FORMAT = 'gatherline/flow@1';

const ID = /^[a-z][a-z0-9_]{0,63}$/;
const EXIT = /^[a-z0-9*#][a-z0-9_*#]{0,63}$/;

/** A flow's, node's or variable's id: snake_case, at most 64 characters, begins with a letter. */
export const idSchema = z
  .string()
  .regex(ID, 'Use small letters, digits and underscores, beginning with a letter, such as main_menu.');

const exitSchema = z
  .string()
  .regex(EXIT, 'Name an exit with small letters, digits, underscores, * or #, such as no_input or 1.');

const callerTextSchema = z.union([z.string(), z.record(z.string(), z.string())]);

const handlersSchema = z
  .object({
    no_input: idSchema.optional(),
    invalid: idSchema.optional(),
    error: idSchema.optional(),
    hangup: idSchema.optional(),
  })
  .catchall(z.json())
  .meta({
    title: 'Otherwise',
    help: 'Where calls go when a step has nothing connected for what happens: no input, a wrong key, an error. And what follows once the caller has hung up.',
  });

/** `settings`: what holds for the whole flow. */
export const settingsSchema = z
  .object({
    language: z
      .string()
      .min(2)
      .optional()
      .meta({ title: 'Language', help: 'The language callers hear unless a step says otherwise.' }),
    time_zone: z.string().min(1).optional().meta({
      title: 'Time zone',
      help: 'By whose clock callers are told the time. Left empty, it is that of the opening hours of the flow, else that of the service.',
    }),
    voice: z
      .string()
      .min(1)
      .optional()
      .meta({ title: 'Voice', help: 'The voice that reads every text unless a step names its own.' }),
    languages: z.array(z.string().min(2)).optional().meta({
      title: 'Languages',
      help: 'The languages this flow speaks; the first one unless the call says otherwise.',
    }),
    voices: z
      .record(z.string(), z.string().min(1))
      .optional()
      .meta({ title: 'Voices', help: 'The voice of each language.' }),
    apology: callerTextSchema.optional().meta({
      title: 'Apology',
      help: 'What callers hear before the call ends, when nothing is connected for what has happened.',
    }),
    handlers: handlersSchema.optional(),
  })
  .catchall(z.json());

/** One node as it stands in a draft: its structure holds, its parameters may be missing or wrong. */
export const nodeSchema = z
  .object({
    type: z.string().min(1, 'Name the type of the node, such as speak.'),
    label: z.string().max(120, 'Keep the label under 120 characters.').optional(),
    params: z.record(z.string(), z.json()).default({}),
    exits: z.record(exitSchema, idSchema).default({}),
  })
  .catchall(z.json());

/** Kinds of values that differ between environments. */
export const resourceTypes = ['number', 'url', 'text', 'hours', 'secret'] as const;

/** A name that each environment binds to a value of its own: a number, an address, opening hours, a secret. */
const resourceSchema = z
  .object({ type: z.enum(resourceTypes), title: z.string().max(120).optional() })
  .catchall(z.json());

/** Kinds of values that go into a flow and come out of it. */
export const valueTypes = ['text', 'number', 'boolean', 'list', 'object'] as const;

const inputSchema = z
  .object({
    type: z.enum(valueTypes),
    title: z.string().max(120).optional(),
    required: z.boolean().optional(),
    default: z.json().optional(),
  })
  .catchall(z.json());

const outputSchema = z
  .object({ type: z.enum(valueTypes), title: z.string().max(120).optional() })
  .catchall(z.json());

/** A draft: it may be unfinished, but its structure holds. Unknown fields are kept. */
export const flowSchema = z
  .object({
    format: z.literal(FORMAT),
    id: idSchema,
    name: z.string().min(1, 'Give the flow a name.').max(120, 'Keep the name under 120 characters.'),
    description: z.string().max(2000).optional(),
    settings: settingsSchema.default({}),
    resources: z.record(idSchema, resourceSchema).default({}),
    inputs: z.record(idSchema, inputSchema).default({}),
    outputs: z.record(idSchema, outputSchema).default({}),
    variables: z.record(idSchema, z.json()).default({}),
    nodes: z.record(idSchema, nodeSchema),
    layout: z.record(z.string(), z.json()).default({}),
  })
  .catchall(z.json());

export type FlowNode = z.infer<typeof nodeSchema>;
export type FlowSettings = z.infer<typeof settingsSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type ResourceType = (typeof resourceTypes)[number];
export type ValueType = (typeof valueTypes)[number];

/** A flow ready to run: with the flows that it enters, by the reference their nodes use (`opening` or `opening@3`). */
export type RunnableFlow = Flow & { readonly subflows?: Subflows };

export type Subflows = { readonly [reference: string]: Flow };

/** A flow together with those that it enters. */
export function withSubflows(flow: Flow, subflows: Subflows): RunnableFlow {
  return Object.assign({}, flow, { subflows });
}

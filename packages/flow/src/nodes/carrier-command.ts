import { z } from 'zod';
import { carrierActions, checkCarrierAction, hasNode } from '../carrier-actions/index.ts';
import { jsonObject } from '../carrier-parameters/parts/values.ts';
import {
  type DraftParams,
  defineNode,
  leaveOnceAccepted,
  type NodeContext,
  type ParameterComplaint,
} from '../definition.ts';
import { templateComplaint } from '../expressions/templates.ts';
import { isJsonObject, type JsonObject, texts } from '../json.ts';
import { filled } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

const params = z.object({
  action: z.enum(carrierActions, { error: ({ input }) => unknownAction(input) }).meta({
    title: 'Command',
    help: 'The name of the command, as the carrier has it.',
    example: 'streaming_start',
    group: 'main',
  }),
  params: jsonObject()
    .optional()
    .meta({
      title: 'Its parameters',
      help: 'JSON, as the carrier describes it. Texts in it may hold values; one that is a single value in double braces keeps its kind (number, yes or no, list).',
      example: { stream_url: 'wss://example.com/stream', stream_track: 'both_tracks' },
      group: 'main',
      control: 'json',
    }),
});

export const carrierCommand = defineNode({
  type: 'carrier_command',
  title: 'Command to the carrier',
  help: 'Sends Telnyx any command by its name, and goes on once it is taken. For what no other step does.',
  category: 'reach',
  icon: 'code',
  synonyms: ['telnyx', 'raw', 'action', 'api', 'streaming', 'fork', 'siprec', 'custom', 'json', 'other'],
  role: 'step',
  waitsForCaller: false,
  params,
  verbatim: ['params'],
  defaults: { action: 'streaming_start', params: {} },
  exits: () => [done, error],
  outputs: () => [],
  summary: ({ action }) => (typeof action === 'string' ? action : ''),
  lint: (draft) => [...complaintsOfTheCarrier(draft), ...brokenTemplates(draft), ...bypassedStep(draft)],
  isInstant: () => true,
  enter: (context) => leaveOnceAccepted([{ action: context.params.action, params: bodyIn(context) }]),
});

function bodyIn({ params: { params: body = {} }, value }: NodeContext<z.output<typeof params>>): JsonObject {
  return Object.fromEntries(Object.entries(body).map(([name, item]) => [name, filled(item, value)]));
}

function unknownAction(action: unknown): string {
  const [complaint] = checkCarrierAction(typeof action === 'string' ? action : '', {});
  return complaint === undefined ? 'Choose a command.' : `${complaint.message} ${complaint.cure}`;
}

function complaintsOfTheCarrier({ action, params: body = {} }: DraftParams): readonly ParameterComplaint[] {
  if (typeof action !== 'string' || !carrierActions.includes(action) || !isJsonObject(body)) return [];
  return checkCarrierAction(action, body).map((complaint) => ({
    ...complaint,
    path: ['params', ...complaint.path],
  }));
}

function brokenTemplates({ params: body = {} }: DraftParams): readonly ParameterComplaint[] {
  return [...texts(body, ['params'])].flatMap(([path, text]) => {
    const complaint = templateComplaint(text);
    if (complaint === null) return [];
    const message = `The template can't be read: ${complaint}`;
    return [
      { path, severity: 'error', message, cure: 'Close every {{ with }}, as in {{ call.from }}.' } as const,
    ];
  });
}

function bypassedStep({ action }: DraftParams): readonly ParameterComplaint[] {
  if (typeof action !== 'string' || !hasNode(action)) return [];
  return [
    {
      path: ['action'],
      severity: 'warning',
      message: `There is a step of its own for ${action}; this one does not know what comes of the command.`,
      cure: `Use the step ${action} instead.`,
    },
  ];
}

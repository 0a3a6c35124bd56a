import { z } from 'zod';
import { templated } from '../carrier-parameters/index.ts';
import {
  type DraftParams,
  defineNode,
  type Exit,
  type Leave,
  leave,
  type NodeContext,
  type ParameterComplaint,
} from '../definition.ts';
import { isTemplate } from '../expressions/templates.ts';
import {
  type Hours,
  hoursSchema,
  inWords,
  isoIn,
  readableHours,
  stateAt,
  stateTitles,
  usualHours,
  weekInWords,
} from '../hours/index.ts';
import { isJsonObject } from '../json.ts';
import { idSchema } from '../schema.ts';

const params = z.object({
  hours: readableHours.optional().meta({
    title: 'Opening hours',
    help: 'When the line is open: hours for each weekday, holidays, and closures that happen once.',
    group: 'main',
  }),
  resource: idSchema.optional().meta({
    title: 'Hours kept under a name',
    help: 'Takes the hours that are kept under this name among the details of the flow, instead of hours of its own.',
    example: 'office_hours',
    control: 'hours_name',
    group: 'main',
  }),
  time_zone: templated({ cure: 'Name a time zone, such as America/Chicago.', mayBeEmpty: true })
    .optional()
    .meta({
      title: 'Read in another time zone',
      help: 'By whose clock the hours are meant, where that differs from call to call: of a person who is called, say.',
      example: '{{ vars.time_zone }}',
      group: 'advanced',
    }),
});

const exits: readonly Exit[] = [
  { id: 'open', label: stateTitles.open, kind: 'main' },
  { id: 'break', label: stateTitles.break, kind: 'outcome', elseExit: 'closed' },
  { id: 'closed', label: stateTitles.closed, kind: 'main' },
  { id: 'holiday', label: stateTitles.holiday, kind: 'outcome', elseExit: 'closed' },
];

export const businessHours = defineNode({
  type: 'business_hours',
  title: 'Opening hours',
  help: 'Goes one way while you are open and another while you are closed. A break and a holiday count as closed unless they lead somewhere of their own.',
  category: 'decide',
  icon: 'clock',
  synonyms: [
    'schedule',
    'calendar',
    'business',
    'office',
    'closed',
    'holiday',
    'lunch',
    'night',
    'weekend',
    'time',
  ],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params,
  exclusive: [['hours', 'resource']],
  verbatim: ['hours', 'resource'],
  defaults: { hours: usualHours },
  exits: () => exits,
  outputs: () => [
    { name: 'state', title: 'Open, break, closed or holiday', example: 'closed' },
    { name: 'reason', title: 'Which holiday, or why it is closed', example: 'Christmas Day' },
    { name: 'opens_at', title: 'When it opens next', example: '2026-06-01T08:00:00-05:00' },
    { name: 'opens_in_words', title: 'When it opens next, in words', example: 'tomorrow at 8:00 AM' },
    { name: 'closes_at', title: 'When it closes, while it is open', example: '2026-06-01T18:00:00-05:00' },
  ],
  summary: ({ hours, resource }) =>
    typeof resource === 'string' && resource !== '' ? resource : weekInWords(hours),
  resources: ({ resource }) =>
    typeof resource === 'string' && resource !== ''
      ? [{ name: resource, type: 'hours', path: ['resource'] }]
      : [],
  lint,
  isInstant: () => true,
  enter(context) {
    const kept = hoursOf(context);
    if (kept === undefined) {
      return neverOpen(`No opening hours are kept under “${context.params.resource ?? ''}”.`);
    }
    const zone = context.params.time_zone?.trim() || kept.time_zone;
    const hours = readableHours.safeParse({ ...kept, time_zone: zone }).data;
    if (hours === undefined) return neverOpen(`There is no time zone ${zone}.`);
    const { nowMs, language = 'en-US' } = context;
    const { state, reason, opensAt, until } = stateAt(hours, nowMs);
    const opens =
      opensAt === null
        ? {}
        : { opens_at: isoIn(hours, opensAt), opens_in_words: inWords(hours, nowMs, opensAt, language) };
    const closes = state === 'open' && until !== null ? { closes_at: isoIn(hours, until) } : {};
    return leave(state, {
      outputs: { ...nothingKnown, state, ...(reason === undefined ? {} : { reason }), ...opens, ...closes },
      why: `It is ${isoIn(hours, nowMs)} in ${hours.time_zone}${reason === undefined ? '' : ` (${reason})`}.`,
    });
  },
});

const nothingKnown = { reason: null, opens_at: null, opens_in_words: null, closes_at: null };

function neverOpen(why: string): Leave {
  return leave('closed', { outputs: { ...nothingKnown, state: 'closed' }, why });
}

function hoursOf({
  params: { hours, resource },
  resources,
}: NodeContext<z.output<typeof params>>): Hours | undefined {
  if (resource === undefined) return hours;
  return readableHours.safeParse(resources[resource]).data;
}

function lint({ hours, resource, time_zone: zone }: DraftParams) {
  if (
    typeof zone === 'string' &&
    zone.trim() !== '' &&
    !isTemplate(zone) &&
    !hoursSchema.shape.time_zone.safeParse(zone).success
  ) {
    return [
      {
        path: ['time_zone'],
        severity: 'error',
        message: `There is no time zone ${zone}.`,
        cure: 'Choose one such as America/Chicago.',
      } as const,
    ];
  }
  if (hours === undefined && resource === undefined) {
    return [
      {
        path: ['hours'],
        severity: 'error',
        message: 'There are no opening hours.',
        cure: 'Set them, or name hours that each environment keeps.',
      } as const,
    ];
  }
  if (!isJsonObject(hours)) return [];
  if (!isNeverOpen(hours)) return saidTwice(hours);
  return [
    {
      path: ['hours', 'weekly'],
      severity: 'warning',
      message: 'No day has any hours, so the line never opens.',
      cure: 'Add hours to at least one day.',
    } as const,
  ];
}

/** Hours that can be read are answered by; what stands in them twice is told to who writes them. */
function saidTwice(hours: DraftParams): readonly ParameterComplaint[] {
  if (!readableHours.safeParse(hours).success) return [];
  const issues = hoursSchema.safeParse(hours).error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    path: ['hours', ...path.filter((step) => typeof step !== 'symbol')],
    severity: 'error',
    message,
    cure: '',
  }));
}

function isNeverOpen({ weekly }: DraftParams): boolean {
  if (!isJsonObject(weekly)) return false;
  return Object.values(weekly).every((day) => Array.isArray(day) && day.length === 0);
}

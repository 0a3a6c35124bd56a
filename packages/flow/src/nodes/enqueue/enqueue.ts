import { z } from 'zod';
import { isTemplate } from '../../expressions/templates.ts';
import {
  type Decision,
  defineNode,
  type Exit,
  leave,
  type NodeEvent,
  ownEvents,
  wait,
} from '../../definition.ts';
import { bodyOf } from '../parts/body.ts';
import {
  announce,
  ask,
  awaited,
  type Context,
  goOut,
  leftMs,
  type Memory,
  music,
  quietly,
  readMemory,
  silence,
  timed,
} from './enqueue-line.ts';
import { enqueueNodeParams } from './enqueue-params.ts';
import { error } from '../parts/exits.ts';
import { CALL_LIMIT_MS, MARGIN_MS } from '../parts/speech-length.ts';
import { soundStop } from '../parts/stops.ts';
import { textOf } from '../parts/summaries.ts';

/** Somebody whose phone still rings may take so long to be connected. */
const CONNECTED_WITHIN_MS = 60_000;
const FULL = '90036';

type Step = (context: Context, memory: Memory, event: NodeEvent) => Decision | undefined;

const exits: readonly Exit[] = [
  { id: 'connected', label: 'After the conversation', kind: 'outcome', endsQuietly: true },
  { id: 'timeout', label: 'Waited too long', kind: 'outcome', fallsBackTo: 'error' },
  { id: 'left', label: 'Left the line', kind: 'outcome', fallsBackTo: 'error' },
  { id: 'full', label: 'Line is full', kind: 'outcome', fallsBackTo: 'error' },
];
const closed: Exit = { id: 'closed', label: 'Line has closed', kind: 'outcome', elseExit: 'timeout' };

/** Callers whom the carrier lets into a line of which nothing is said. */
const USUAL_SIZE = 100;

export const enqueue = defineNode({
  type: 'enqueue',
  title: 'Wait in line',
  help: 'Puts the caller into a line of people who wait, with music and announcements, until somebody connects with the first of them.',
  category: 'connect',
  icon: 'users-group',
  synonyms: ['queue', 'hold', 'waiting', 'music', 'line', 'call center', 'agents', 'acd'],
  action: 'enqueue',
  role: 'step',
  waitsForCaller: true,
  params: enqueueNodeParams,
  defaults: { queue_name: '' },
  exits: ({ until }) => [...exits, ...(textOf(until) === '' ? [] : [closed]), error],
  outputs: () => [
    { name: 'position', title: 'Place in the line', example: 3 },
    { name: 'average_wait_sec', title: 'How long callers wait on average, in seconds', example: 240 },
    { name: 'reason', title: "Carrier's word for why the line was left", example: 'bridged' },
    { name: 'waited_sec', title: 'How long the caller has waited, in seconds', example: 95 },
  ],
  sounding: () => 'silences',
  summary: (params) => textOf(params.queue_name),
  queue: ({ queue_name: name, max_size: size }) =>
    typeof name === 'string' && name !== '' && !isTemplate(name)
      ? { name, size: typeof size === 'number' ? size : USUAL_SIZE }
      : null,
  lint({ announce_every_secs: every, announcement }) {
    if (every === undefined || announcement !== undefined) return [];
    return [
      {
        path: ['announcement'],
        severity: 'warning',
        message: 'There is no announcement to repeat.',
        cure: 'Write one, or clear how often it is said.',
      },
    ];
  },
  stop: () => ({
    commands: [...soundStop.commands, { action: 'leave_queue', params: {} }],
    until: ['call.dequeued'],
  }),
  enter(context) {
    const { params } = context;
    if (leftMs(context) <= 0) return leave('closed', { why: `It is ${params.until ?? ''} or later.` });
    const { queue_name, max_wait_time_secs, max_size, keep_after_hangup } = params;
    return wait(awaited, MARGIN_MS, {
      memory: { stage: 'entering', sound: 'none', asks: false, exit: '' },
      commands: [
        {
          action: 'enqueue',
          params: bodyOf({ queue_name, max_wait_time_secs, max_size, keep_after_hangup }),
          tag: 'enqueue',
        },
      ],
    });
  },
  handle: (context, event) => steps[event.type]?.(context, readMemory(context.memory, event.type), event),
});

const steps: { readonly [type: string]: Step } = {
  'call.enqueued': onEnqueued,
  'call.dequeued': onDequeued,
  'call.bridged': (_context, memory) => (memory.stage === 'connected' ? undefined : talk(memory)),
  'call.hangup': onHangUp,
  'call.dtmf.received': onKey,
  'call.speak.ended': onSilence,
  'call.playback.ended': (_context, memory) => (memory.stage === 'quieting' ? leave(memory.exit) : undefined),
  [ownEvents.timePassed]: onTime,
  [ownEvents.accepted]: onTold,
  [ownEvents.refused]: onRefused,
};

const place = z.object({
  current_position: z.number().nullish().catch(null),
  queue_avg_wait_time_secs: z.number().nullish().catch(null),
});

/** The place is written down first, so that the announcement can tell it. */
function onEnqueued(context: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  if (memory.stage !== 'entering') return undefined;
  const { current_position: position, queue_avg_wait_time_secs: average } = place.parse(payload);
  const outputs = { position: position ?? null, average_wait_sec: average ?? null };
  const waiting: Memory = { ...memory, stage: 'waiting' };
  if (context.params.announcement === undefined) return { ...music(context, waiting), outputs };
  return wait(timed, 0, { memory: { ...waiting, asks: true }, outputs });
}

const departure = z.object({
  reason: z.string().nullish().catch(null),
  wait_time_secs: z.number().nullish().catch(null),
});

function onDequeued(_context: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  const { reason, wait_time_secs: waited } = departure.parse(payload);
  // The hang-up itself tells that the call is over.
  if (reason === 'hangup' || memory.stage === 'quieting') return undefined;
  const outputs = { reason: reason ?? null, waited_sec: waited ?? null };
  if (memory.stage === 'connected' || reason === 'bridged') return { ...talk(memory), outputs };
  if (reason === 'bridging-in-process') {
    return wait(timed, CONNECTED_WITHIN_MS, { memory: { ...memory, stage: 'connecting' }, outputs });
  }
  return { ...quietly(memory, exitAfter(memory, reason)), outputs };
}

/** The carrier's word for why a call has left the line, and where it goes then. */
function exitAfter({ exit }: Memory, reason: string | null | undefined): Memory['exit'] {
  if (reason === 'timeout') return 'timeout';
  if (reason !== 'leave') return 'error';
  return exit === '' ? 'left' : exit;
}

/** From here on the caller hears somebody; the carrier hangs up with them. */
function talk(memory: Memory): Decision {
  const commands = memory.stage === 'connected' ? [] : silence(memory);
  return wait(awaited, CALL_LIMIT_MS + MARGIN_MS, {
    memory: { ...memory, stage: 'connected', sound: 'none' },
    commands,
  });
}

/** The call is over for the caller; what is to be done after a conversation is done without them. */
function onHangUp(_context: Context, { stage }: Memory, { leg }: NodeEvent): Decision | undefined {
  return leg === 'own' && stage === 'connected' ? leave('connected') : undefined;
}

const pressed = z.object({ digit: z.string().nullish().catch(null) });

function onKey({ params }: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  const { digit } = pressed.parse(payload);
  if (memory.stage !== 'waiting' || digit === null || digit !== params.leave_key) return undefined;
  return goOut(memory, 'left');
}

/** The announcement has been said. */
function onSilence(context: Context, memory: Memory): Decision | undefined {
  if (memory.stage === 'quieting') return leave(memory.exit);
  return memory.stage === 'waiting' && memory.sound === 'words' ? music(context, memory) : undefined;
}

function onTime(context: Context, memory: Memory): Decision {
  if (memory.stage === 'quieting') return leave(memory.exit);
  if (memory.stage === 'leaving') return quietly(memory, memory.exit);
  if (memory.stage === 'connecting') return quietly(memory, 'error');
  if (leftMs(context) <= 0) return goOut(memory, 'closed');
  if (memory.sound === 'words') return music(context, memory);
  if (memory.asks) return announce(context, memory);
  return context.params.announce_every_secs === undefined ? quietly(memory, 'error') : ask(context, memory);
}

function onTold(context: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  return memory.asks && memory.stage === 'waiting' && payload.tag === 'place'
    ? announce(context, memory)
    : undefined;
}

const refusal = z.object({
  tag: z.string().nullish().catch(null),
  code: z.string().catch(''),
  title: z.string().catch(''),
});

/** Without its music the line is still the line; a caller who can't leave it is being connected. */
function onRefused(context: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  const { tag, code, title } = refusal.parse(payload);
  if (tag === 'enqueue')
    return leave(code === FULL ? 'full' : 'error', { why: `The carrier refused it: ${title} (${code}).` });
  if (tag === 'words' && memory.sound === 'words') return music(context, memory);
  // What was known before is said again.
  return tag === 'place' && memory.asks && memory.stage === 'waiting' ? announce(context, memory) : undefined;
}

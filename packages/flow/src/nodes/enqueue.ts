import { z } from 'zod';
import {
  type CommandRequest,
  type Decision,
  defineNode,
  leave,
  type NodeContext,
  type NodeEvent,
  ownEvents,
  wait,
} from '../definition.ts';
import type { JsonObject } from '../json.ts';
import { bodyOf } from './body.ts';
import { enqueueNodeParams } from './enqueue-params.ts';
import { error } from './exits.ts';
import { CALL_LIMIT_MS, MARGIN_MS, speechUpToMs } from './speech-length.ts';
import { soundStop } from './stops.ts';
import { textOf } from './summaries.ts';
import { voiceOf } from './voice.ts';

/** Somebody whose phone still rings may take so long to be connected. */
const CONNECTED_WITHIN_MS = 60_000;
/** A sound is told to stop before the call goes on; when it had ended already, no end of it comes. */
const SILENT_WITHIN_MS = 2_000;

const FULL = '90036';

const memorySchema = z.object({
  /** `quieting`: out of the line, but the music has not stopped. */
  stage: z.enum(['entering', 'waiting', 'leaving', 'connecting', 'connected', 'quieting']),
  sound: z.enum(['none', 'music', 'words']),
  /** Where the call goes once it is quiet. */
  exit: z.string(),
});

type Memory = z.infer<typeof memorySchema>;
type Context = NodeContext<z.output<typeof enqueueNodeParams>>;
type Step = (context: Context, memory: Memory, event: NodeEvent) => Decision | undefined;

const awaited = [
  'call.enqueued',
  'call.dequeued',
  'call.bridged',
  'call.hangup',
  'call.dtmf.received',
  'call.speak.ended',
  'call.playback.ended',
  ownEvents.refused,
];

/** The carrier's word for why a call has left a queue, and where it goes then. */
const exitByReason: { readonly [reason: string]: string } = { leave: 'left', timeout: 'timeout' };

export const enqueue = defineNode({
  type: 'enqueue',
  title: 'Wait in line',
  help: 'Puts the caller into a line of people who wait, with music and announcements, until somebody connects with the first of them.',
  category: 'connect',
  icon: 'users-group',
  synonyms: ['queue', 'hold', 'waiting', 'music', 'line', 'call center', 'agents', 'acd'],
  action: 'enqueue',
  role: 'step',
  listens: true,
  params: enqueueNodeParams,
  defaults: { queue_name: '' },
  exits: () => [
    { id: 'connected', label: 'After the conversation', kind: 'outcome', endsQuietly: true },
    { id: 'timeout', label: 'Waited too long', kind: 'outcome', fallsTo: 'error' },
    { id: 'left', label: 'Left the line', kind: 'outcome', fallsTo: 'error' },
    { id: 'full', label: 'Line is full', kind: 'outcome', fallsTo: 'error' },
    error,
  ],
  outputs: () => [
    { name: 'position', title: 'Place in the line on coming in', example: 3 },
    { name: 'reason', title: "Carrier's word for why the line was left", example: 'bridged' },
    { name: 'waited_sec', title: 'How long the caller has waited, in seconds', example: 95 },
  ],
  summary: (params) => textOf(params.queue_name),
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
  enter({ params }) {
    const { queue_name, max_wait_time_secs, max_size, keep_after_hangup } = params;
    return wait(awaited, MARGIN_MS, {
      memory: { stage: 'entering', sound: 'none', exit: '' },
      commands: [
        {
          action: 'enqueue',
          params: bodyOf({ queue_name, max_wait_time_secs, max_size, keep_after_hangup }),
          tag: 'enqueue',
        },
      ],
    });
  },
  handle: (context, event) => steps[event.type]?.(context, memorySchema.parse(context.memory), event),
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
  [ownEvents.refused]: onRefused,
};

const place = z.object({ current_position: z.number().nullish().catch(null) });

/** The place is written down first, so that the announcement can tell it. */
function onEnqueued(context: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  if (memory.stage !== 'entering') return undefined;
  const outputs = { position: place.parse(payload).current_position ?? null };
  const waiting: Memory = { ...memory, stage: 'waiting' };
  if (context.params.announcement === undefined) return { ...music(context, waiting), outputs };
  return wait([...awaited, ownEvents.timePassed], 0, { memory: waiting, outputs });
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
    const timed = [...awaited, ownEvents.timePassed];
    return wait(timed, CONNECTED_WITHIN_MS, { memory: { ...memory, stage: 'connecting' }, outputs });
  }
  return { ...quietly(memory, exitByReason[reason ?? ''] ?? 'error'), outputs };
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
  return wait([...awaited, ownEvents.timePassed], MARGIN_MS, {
    memory: { ...memory, stage: 'leaving' },
    commands: [{ action: 'leave_queue', params: {}, tag: 'leave' }],
  });
}

/** The announcement has been said. */
function onSilence(context: Context, memory: Memory): Decision | undefined {
  if (memory.stage === 'quieting') return leave(memory.exit);
  return memory.stage === 'waiting' && memory.sound === 'words' ? music(context, memory) : undefined;
}

function onTime(context: Context, memory: Memory): Decision {
  if (memory.stage === 'quieting') return leave(memory.exit);
  if (memory.stage === 'leaving') return quietly(memory, 'left');
  if (memory.stage === 'connecting') return quietly(memory, 'error');
  return memory.sound === 'words' ? music(context, memory) : announce(context, memory);
}

const refusal = z.object({ tag: z.string().nullable(), code: z.string(), title: z.string() });

/** Without its music the line is still the line; a caller who can't leave it is being connected. */
function onRefused(context: Context, memory: Memory, { payload }: NodeEvent): Decision | undefined {
  const { tag, code, title } = refusal.parse(payload);
  if (tag === 'enqueue')
    return leave(code === FULL ? 'full' : 'error', { why: `enqueue was refused: ${title} (${code}).` });
  return tag === 'words' && memory.sound === 'words' ? music(context, memory) : undefined;
}

/** Music until it is time for the next announcement, or for as long as the caller waits. */
function music({ params }: Context, memory: Memory): Decision {
  const { music_url: url, announcement, announce_every_secs: every, max_wait_time_secs: longest } = params;
  const commands =
    url === undefined ? [] : [sound('playback_start', { audio_url: url, loop: 'infinity' }, 'music')];
  const next: Memory = { ...memory, sound: url === undefined ? 'none' : 'music' };
  if (announcement !== undefined && every !== undefined)
    return wait([...awaited, ownEvents.timePassed], every * 1_000, { memory: next, commands });
  const withinMs = (longest ?? CALL_LIMIT_MS / 1_000) * 1_000 + MARGIN_MS;
  return wait(awaited, withinMs, { memory: next, commands });
}

function announce(context: Context, memory: Memory): Decision {
  const payload = context.localize(context.params.announcement ?? '');
  const said = { ...voiceOf({ ...context, params: { voice: context.params.voice } }), payload };
  return wait([...awaited, ownEvents.timePassed], speechUpToMs(payload) + MARGIN_MS, {
    memory: { ...memory, sound: 'words' },
    commands: [sound('speak', said, 'words')],
  });
}

/** What is heard in the line takes the place of what was heard before. */
function sound(action: string, params: JsonObject, tag: string): CommandRequest {
  return { action, params: { ...params, stop: 'all' }, tag };
}

function silence({ sound: heard }: Memory): readonly CommandRequest[] {
  return heard === 'none' ? [] : soundStop.commands.map((command) => ({ ...command, tag: 'silence' }));
}

/** Goes on by an exit once nothing is heard any more: what followed would wait behind the music. */
function quietly(memory: Memory, exit: string): Decision {
  const commands = silence(memory);
  if (commands.length === 0) return leave(exit);
  return wait([...soundStop.until, ownEvents.timePassed, ownEvents.refused], SILENT_WITHIN_MS, {
    memory: { stage: 'quieting', sound: 'none', exit },
    commands,
  });
}

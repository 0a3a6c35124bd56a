import { z } from 'zod';
import {
  type CommandRequest,
  type Decision,
  leave,
  type NodeContext,
  ownEvents,
  wait,
} from '../../definition.ts';
import { TemplateError } from '../../expressions/templates.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { momentOf } from '../../moment.ts';
import type { enqueueNodeParams } from './enqueue-params.ts';
import { CALL_LIMIT_MS, MARGIN_MS, speechUpToMs } from '../parts/speech-length.ts';
import { soundStop } from '../parts/stops.ts';
import { voiceOf } from '../parts/voice.ts';

/** A sound is told to stop before the call goes on; when it had ended already, no end of it comes. */
const SILENT_WITHIN_MS = 2_000;
/** The announcement does not wait longer than this for the place of the caller. */
const TOLD_WITHIN_MS = 3_000;

/** `quieting`: out of the line, but the music has not stopped. */
const stages = ['entering', 'waiting', 'leaving', 'connecting', 'connected', 'quieting'] as const;

const memorySchema = z.object({
  stage: z.enum(stages).nullable().catch(null),
  sound: z.enum(['none', 'music', 'words']).catch('music'),
  /** Whether the carrier is being asked how the line stands. */
  asks: z.boolean().catch(false),
  /** Where the call goes once it is out of the line; empty while it stays. */
  exit: z.enum(['', 'timeout', 'left', 'closed', 'error']).catch('error'),
});

export type Memory = z.infer<typeof memorySchema> & { readonly stage: (typeof stages)[number] };

/**
 * What the visit remembers. What another version remembered otherwise is taken to be as it mostly is: the caller
 * waits, and hears music.
 */
export function readMemory(memory: unknown, type: string): Memory {
  const known = memorySchema.parse(isJsonObject(memory) ? memory : {});
  const stage = known.stage ?? (type === 'call.enqueued' ? 'entering' : 'waiting');
  const isGoing = stage === 'leaving' || stage === 'quieting';
  return { ...known, stage, exit: isGoing && known.exit === '' ? 'error' : known.exit };
}

export type Context = NodeContext<z.output<typeof enqueueNodeParams>>;

/** What a call in a line waits for. */
export const awaited = [
  'call.enqueued',
  'call.dequeued',
  'call.bridged',
  'call.hangup',
  'call.dtmf.received',
  'call.speak.ended',
  'call.playback.ended',
  ownEvents.refused,
];
export const timed = [...awaited, ownEvents.timePassed];

export function goOut(memory: Memory, exit: Memory['exit']): Decision {
  return wait(timed, MARGIN_MS, {
    memory: { ...memory, stage: 'leaving', exit },
    commands: [{ action: 'leave_queue', params: {}, tag: 'leave' }],
  });
}

/** Asks how the line stands by now, to say it. */
export function ask({ params: { queue_name } }: Context, memory: Memory): Decision {
  const params = { queue_name };
  return wait([...timed, ownEvents.accepted], TOLD_WITHIN_MS, {
    memory: { ...memory, asks: true },
    commands: [
      {
        action: 'retrieve_queue',
        params,
        tag: 'line',
        keep: [{ field: 'average_wait_time_secs', as: 'average_wait_sec' }],
      },
      {
        action: 'retrieve_queue_call',
        params,
        tag: 'place',
        keep: [
          { field: 'queue_position', as: 'position' },
          { field: 'wait_time_secs', as: 'waited_sec' },
        ],
      },
    ],
  });
}

/** Music until it is time for the next announcement, or for as long as the caller waits. */
export function music(context: Context, memory: Memory): Decision {
  const { params } = context;
  const { music_url: url, announcement, announce_every_secs: every, max_wait_time_secs: longest } = params;
  const commands =
    url === undefined ? [] : [sound('playback_start', { audio_url: url, loop: 'infinity' }, 'music')];
  const next: Memory = { ...memory, sound: url === undefined ? 'none' : 'music' };
  if (announcement !== undefined && every !== undefined)
    return wait(timed, Math.min(every * 1_000, leftMs(context)), { memory: next, commands });
  const withinMs = (longest ?? CALL_LIMIT_MS / 1_000) * 1_000 + MARGIN_MS;
  if (leftMs(context) < withinMs) return wait(timed, leftMs(context), { memory: next, commands });
  return wait(awaited, withinMs, { memory: next, commands });
}

/** Milliseconds until the line closes; infinite when it does not. */
export function leftMs({ params: { until }, nowMs }: Context): number {
  if (until === undefined || until === '') return Number.POSITIVE_INFINITY;
  const untilMs = momentOf(until);
  // A value may look like a template, and is then not held against the format.
  if (untilMs === null) throw new TemplateError(`“Wait until” is no time with its zone.`);
  return Math.max(0, untilMs - nowMs);
}

export function announce(context: Context, memory: Memory): Decision {
  const payload = context.localize(context.params.announcement ?? '');
  const said = { ...voiceOf({ ...context, params: { voice: context.params.voice } }), payload };
  return wait(timed, speechUpToMs(payload) + MARGIN_MS, {
    memory: { ...memory, sound: 'words', asks: false },
    commands: [sound('speak', said, 'words')],
  });
}

/** What is heard in the line takes the place of what was heard before. */
function sound(action: string, params: JsonObject, tag: string): CommandRequest {
  return { action, params: { ...params, stop: 'all' }, tag, isOwnSound: true };
}

export function silence({ sound: heard }: Memory): readonly CommandRequest[] {
  return heard === 'none' ? [] : soundStop.commands.map((command) => ({ ...command, tag: 'silence' }));
}

/** Goes on by an exit once nothing is heard any more: what followed would wait behind the music. */
export function quietly(memory: Memory, exit: Memory['exit']): Decision {
  const commands = silence(memory);
  if (commands.length === 0) return leave(exit);
  return wait([...soundStop.until, ownEvents.timePassed, ownEvents.refused], SILENT_WITHIN_MS, {
    memory: { ...memory, stage: 'quieting', sound: 'none', exit },
    commands,
  });
}

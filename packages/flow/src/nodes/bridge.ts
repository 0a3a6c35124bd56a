import type { z } from 'zod';
import { bridgeExclusive, bridgeParams } from '../carrier-parameters/index.ts';
import {
  type Decision,
  type DraftParams,
  defineNode,
  leave,
  type NodeContext,
  type NodeEvent,
  ownEvents,
  type ParameterComplaint,
  wait,
} from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { error } from './parts/exits.ts';
import { CALL_LIMIT_MS, MARGIN_MS } from './parts/speech-length.ts';
import { textOf } from './parts/summaries.ts';

/** The other call may still be ringing; the carrier rings no longer than this. */
const RINGS_UP_TO_MS = 600_000;

const awaited = [ownEvents.accepted, 'call.bridged', 'call.hangup'];

export const bridge = defineNode({
  type: 'bridge',
  title: 'Connect two calls',
  help: 'Connects the caller with the person on another call, or with whoever has waited longest in a line.',
  category: 'connect',
  icon: 'link',
  synonyms: ['bridge', 'join', 'queue', 'agent', 'connect', 'next caller', 'conference'],
  action: 'bridge',
  role: 'step',
  waitsForCaller: true,
  params: bridgeParams,
  exclusive: bridgeExclusive,
  defaults: { queue: '' },
  exits: () => [{ id: 'ended', label: 'After the conversation', kind: 'outcome', endsQuietly: true }, error],
  outputs: () => [],
  sounding: () => 'silences',
  summary: ({ queue, call_control_id: call, video_room_id: room }) =>
    textOf(queue) || textOf(call) || textOf(room),
  lint: (params) => [...nobody(params), ...lostAfterwards(params)],
  enter: ({ params }) =>
    wait(awaited, params.play_ringtone === true ? RINGS_UP_TO_MS : MARGIN_MS, {
      memory: 'connecting',
      commands: [{ action: 'bridge', params: bodyOf(params), tag: 'bridge' }],
    }),
  handle: (context, event) => steps[event.type]?.(context, event),
});

type Step = (context: NodeContext<z.output<typeof bridgeParams>>, event: NodeEvent) => Decision | undefined;

const steps: { readonly [type: string]: Step } = {
  // A video room is no leg, so that nothing tells of being connected with it.
  [ownEvents.accepted]: ({ params }) => (params.video_room_id === undefined ? undefined : talk()),
  'call.bridged': ({ memory }) => (memory === 'talking' ? undefined : talk()),
  // The carrier hangs up the one with the other, so what is left to do is done without the caller.
  'call.hangup': ({ memory }) => (memory === 'talking' ? leave('ended') : undefined),
};

function talk(): Decision {
  return wait(awaited, CALL_LIMIT_MS + MARGIN_MS, { memory: 'talking' });
}

function nobody(params: DraftParams): readonly ParameterComplaint[] {
  if (bridgeExclusive[0].some((name) => params[name] !== undefined)) return [];
  return [
    {
      path: ['queue'],
      severity: 'error',
      message: 'Nobody is named to connect the caller with.',
      cure: 'Name a line, a call or a video room.',
    },
  ];
}

/** The carrier tells the end of the conversation on the other leg only, which belongs to a call of its own. */
function lostAfterwards(params: DraftParams): readonly ParameterComplaint[] {
  const holding = (['park_after_unbridge', 'hold_after_unbridge'] as const).filter(
    (name) => params[name] !== undefined && params[name] !== false,
  );
  return holding.map((name) => ({
    path: [name],
    severity: 'warning',
    message: 'When the other side hangs up, nobody tells this flow, and the caller waits in silence.',
    cure: 'Clear it, or let a signal from another program take the call on.',
  }));
}

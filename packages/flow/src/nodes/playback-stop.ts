import { playbackStopParams } from '../carrier-parameters/index.ts';
import { defineNode, leave, ownEvents, wait } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

const silent = ['call.playback.ended', 'call.speak.ended'];

/** How long the carrier may take to accept the command, in milliseconds. */
const ACCEPTED_WITHIN_MS = 90_000;
/** When nothing was to be heard, no end of it comes. */
const SILENT_WITHIN_MS = 2_000;

export const playbackStop = defineNode({
  type: 'playback_stop',
  title: 'Stop the sound',
  help: 'Silences what the caller hears, such as music that plays in the background, and goes on when it is quiet.',
  category: 'talk',
  icon: 'volume-off',
  synonyms: ['playback', 'silence', 'quiet', 'mute', 'end', 'music', 'interrupt'],
  action: 'playback_stop',
  role: 'step',
  waitsForCaller: false,
  params: playbackStopParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  sounding: ({ overlay }) => (overlay === true ? undefined : 'silences'),
  summary: ({ stop }) => (stop === 'current' ? 'Silences what plays now' : 'Silences everything'),
  enter: ({ params }) =>
    wait([ownEvents.accepted, ...silent], ACCEPTED_WITHIN_MS, {
      commands: [{ action: 'playback_stop', params: bodyOf(params), tag: 'stop' }],
    }),
  // An end that came late would be taken for that of the next sound.
  handle: (_context, { type }) =>
    type === ownEvents.accepted ? wait([...silent, ownEvents.timePassed], SILENT_WITHIN_MS) : leave('done'),
});

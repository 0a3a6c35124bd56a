import { z } from 'zod';
import { choice } from '../carrier-parameters/parts/values.ts';
import { defineNode, leave } from '../definition.ts';
import { modeParam, then } from './parts/listener-params.ts';

export const onPlayback = defineNode({
  type: 'on_playback',
  title: 'When a sound starts or ends',
  help: 'Listens for the begin or the end of every sound file that the flow plays; not for what a step plays for itself, such as music while a group is rung.',
  category: 'listen',
  icon: 'music',
  synonyms: ['playback', 'audio', 'sound', 'music', 'started', 'ended', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({
    event: choice(['started', 'ended'])
      .default('ended')
      .meta({
        title: 'Listen for',
        help: 'The begin of a sound, or its end.',
        labels: { started: 'The begin', ended: 'The end' },
        group: 'main',
      }),
    mode: modeParam,
  }),
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [
    { name: 'media_url', title: 'Address of the sound', example: 'https://example.com/jingle.mp3' },
    { name: 'media_name', title: 'Name of a stored sound', example: 'jingle' },
    { name: 'status', title: 'How it ended', example: 'completed' },
  ],
  summary: ({ event }) => (event === 'started' ? 'A sound has begun' : 'A sound has ended'),
  eventTypes: ['call.playback.started', 'call.playback.ended'],
  // A sound that is cut by the hang-up has not come to its end.
  accepts: ({ params }, { type, payload }) =>
    type === `call.playback.${params.event}` && payload.status !== 'call_hangup',
  enter: () => leave('then'),
});

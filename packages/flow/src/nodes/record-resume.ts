import { recordResumeParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';

export const recordResume = defineNode({
  type: 'record_resume',
  title: 'Go on recording',
  help: 'Records again after a pause, in the same recording.',
  category: 'record',
  icon: 'player-record',
  synonyms: ['recording', 'resume', 'continue', 'unpause', 'tape'],
  action: 'record_resume',
  role: 'step',
  waitsForCaller: false,
  params: recordResumeParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'The recording goes on',
  isInstant: () => true,
  enter: ({ params }) => leaveOnceAccepted([{ action: 'record_resume', params: bodyOf(params) }]),
});

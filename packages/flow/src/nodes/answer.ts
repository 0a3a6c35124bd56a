import { answerParams } from '../carrier-parameters/index.ts';
import { defineNode, leave, wait } from '../definition.ts';
import { done, error } from './parts/exits.ts';
import { bodyOf } from './parts/body.ts';

const WITHIN_MS = 15_000;

export const answer = defineNode({
  type: 'answer',
  title: 'Answer',
  help: 'Picks up a ringing call. Only needed when the start step is told not to answer.',
  category: 'start',
  icon: 'phone-check',
  synonyms: ['pick up', 'accept'],
  action: 'answer',
  role: 'step',
  waitsForCaller: false,
  params: answerParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [{ name: 'status', title: 'What happened', example: 'answered' }],
  summary: () => 'Picks up the call',
  answersCall: (_params, exit) => exit === 'done',
  worksUnanswered: true,
  enter({ params, call }) {
    if (call.answered)
      return leave('done', { outputs: { status: 'answered' }, why: 'The call was answered already.' });
    return wait(['call.answered'], WITHIN_MS, { commands: [{ action: 'answer', params: bodyOf(params) }] });
  },
  handle: () => leave('done', { outputs: { status: 'answered' } }),
});

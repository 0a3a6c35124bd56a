import { gatherParams } from '../carrier-parameters/index.ts';
import { defineNode, wait } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import {
  choicesParam,
  digitsFromChoices,
  gatherExits,
  gatherOutcome,
  gatherOutputs,
  isSensitive,
  lintDigits,
  mostKeys,
  sensitiveParam,
} from './parts/choices.ts';
import { MARGIN_MS } from './parts/speech-length.ts';
import { gatherStop } from './parts/stops.ts';

/** The carrier's own time for a whole answer. */
const WHOLE_ANSWER_MS = 60_000;

export const gather = defineNode({
  type: 'gather',
  title: 'Wait for keys',
  help: 'Listens for keys without saying anything first. Put it after a step that asks.',
  category: 'ask',
  icon: 'keyboard',
  synonyms: ['digits', 'dtmf', 'collect', 'keypad', 'input', 'listen'],
  action: 'gather',
  role: 'step',
  waitsForCaller: true,
  params: gatherParams.extend({ choices: choicesParam, sensitive: sensitiveParam }),
  defaults: { timeout_millis: 15_000 },
  exits: gatherExits,
  outputs: () => gatherOutputs,
  summary: () => 'Listens for keys',
  lint: lintDigits,
  isSensitive,
  isWordlessQuestion: true,
  answerTime: (params) => {
    const keys = mostKeys(params);
    const { timeout_millis: withinMs = WHOLE_ANSWER_MS } = params;
    return keys === null || typeof withinMs !== 'number' ? null : { keys, withinMs };
  },
  stop: () => gatherStop,
  enter({ params }) {
    const { choices: _choices, sensitive: _sensitive, ...carrier } = params;
    const body = { ...bodyOf(carrier), ...digitsFromChoices(params) };
    return wait(['call.gather.ended'], (params.timeout_millis ?? WHOLE_ANSWER_MS) + MARGIN_MS, {
      commands: [{ action: 'gather', params: body }],
    });
  },
  handle: ({ params }, event) => gatherOutcome(event, params),
});

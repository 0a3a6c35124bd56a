import { gatherUsingSpeakParams } from '../carrier-parameters/index.ts';
import { defineNode, wait } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import {
  choicesParam,
  digitsFromChoices,
  digitsUpToMs,
  gatherExits,
  gatherOutcome,
  gatherOutputs,
  isSensitive,
  lintDigits,
  sensitiveParam,
} from './parts/choices.ts';
import { MARGIN_MS, speechUpToMs } from './parts/speech-length.ts';
import { textOf } from './parts/summaries.ts';
import { voiceOf, voiceParam } from './parts/voice.ts';
import { gatherStop } from './parts/stops.ts';

export const gatherUsingSpeak = defineNode({
  type: 'gather_using_speak',
  title: 'Ask and wait for keys',
  help: 'Reads a question and waits for the caller to press keys: a menu, or a number to enter.',
  category: 'ask',
  icon: 'dialpad',
  synonyms: ['menu', 'press 1', 'ivr', 'question', 'gather', 'keypad', 'digits', 'options'],
  action: 'gather_using_speak',
  role: 'step',
  waitsForCaller: true,
  params: gatherUsingSpeakParams.extend({
    voice: voiceParam,
    choices: choicesParam,
    sensitive: sensitiveParam,
  }),
  defaults: { payload: '', choices: [{ digits: '1' }, { digits: '2' }], timeout_millis: 6_000 },
  exits: gatherExits,
  outputs: () => gatherOutputs,
  summary: (params) => textOf(params.payload),
  lint: lintDigits,
  isSensitive,
  sounding: () => 'waits',
  stop: () => gatherStop,
  enter(context) {
    const { choices: _choices, sensitive: _sensitive, ...carrier } = context.params;
    const digits = digitsFromChoices(context.params);
    const payload = context.localize(carrier.payload);
    const again =
      carrier.invalid_payload === undefined ? undefined : context.localize(carrier.invalid_payload);
    const body = {
      ...bodyOf(carrier),
      ...digits,
      ...voiceOf(context),
      payload,
      ...(again === undefined ? {} : { invalid_payload: again }),
    };
    const saidMs = speechUpToMs(payload, carrier) + speechUpToMs(again ?? '', carrier);
    const once = saidMs + digitsUpToMs({ ...carrier, ...digits });
    return wait(['call.gather.ended'], once * (carrier.maximum_tries ?? 3) + MARGIN_MS, {
      commands: [{ action: 'gather_using_speak', params: body }],
      sounds: true,
    });
  },
  handle: ({ params }, event) => gatherOutcome(event, params),
});

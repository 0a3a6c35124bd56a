import { z } from 'zod';
import { callerText, speakParams } from '../carrier-parameters/index.ts';
import { wholeNumber } from '../carrier-parameters/parts/values.ts';
import { defineNode, leave, wait } from '../definition.ts';
import {
  digitsFromChoices,
  digitsUpToMs,
  gatherOutcomes,
  gatherOutputs,
  gatherResult,
} from './parts/choices.ts';
import { MARGIN_MS, speechUpToMs } from './parts/speech-length.ts';
import { gatherStop } from './parts/stops.ts';
import { textOf } from './parts/summaries.ts';
import { voiceOf, voiceParam } from './parts/voice.ts';

const key = z.string().regex(/^[0-9*#]$/, 'Choose one key: 0 to 9, * or #.');

export const confirm = defineNode({
  type: 'confirm',
  title: 'Confirm',
  help: 'Reads something back to the caller and asks whether it is right.',
  category: 'ask',
  icon: 'checks',
  synonyms: ['yes', 'no', 'read back', 'verify', 'correct', 'check', 'repeat'],
  role: 'step',
  waitsForCaller: true,
  params: z.object({
    text: callerText(3000).meta({
      title: 'What to ask',
      help: 'What is read back, and which key means what.',
      example:
        'You entered {{ nodes.ask.digits | split: "" | join: ", " }}. If that is right, press 1. To change it, press 2.',
      group: 'main',
      control: 'multiline',
    }),
    yes_key: key.default('1').meta({
      title: 'Key for yes',
      help: 'The key that means it is right.',
      group: 'main',
      control: 'keys',
    }),
    no_key: key.default('2').meta({
      title: 'Key for no',
      help: 'The key that means it is wrong.',
      group: 'main',
      control: 'keys',
    }),
    attempts: wholeNumber({ min: 1, max: 10, of: 'times' }).default(2).meta({
      title: 'Times to ask',
      help: 'How often the caller is asked before the call goes on without an answer.',
      unit: 'times',
      group: 'listening',
    }),
    timeout_millis: wholeNumber({ min: 1, max: 120_000, of: 'milliseconds' }).default(6_000).meta({
      title: 'Wait for a key',
      help: 'How long a caller may stay silent after the question.',
      unit: 'ms',
      group: 'listening',
    }),
    voice: voiceParam,
    language: speakParams.shape.language,
  }),
  defaults: { text: '' },
  exits: () => [
    { id: 'yes', label: 'Yes', kind: 'main' },
    { id: 'no', label: 'No', kind: 'main' },
    ...gatherOutcomes,
  ],
  outputs: () => gatherOutputs,
  summary: (params) => textOf(params.text),
  lint({ yes_key: yes = '1', no_key: no = '2' }) {
    if (yes !== no) return [];
    return [
      {
        path: ['no_key'],
        severity: 'error',
        message: 'Yes and no are the same key; callers could only say yes.',
        cure: 'Choose another key for no.',
      },
    ];
  },
  sounding: () => 'waits',
  stop: () => gatherStop,
  enter(context) {
    const { text, attempts, timeout_millis } = context.params;
    const payload = context.localize(text);
    const keypad = { timeout_millis, ...digitsFromChoices({ choices: choicesOf(context.params) }) };
    const params = { payload, ...voiceOf(context), ...keypad, maximum_tries: attempts };
    const withinMs = (speechUpToMs(payload) + digitsUpToMs(keypad)) * attempts + MARGIN_MS;
    return wait(['call.gather.ended'], withinMs, {
      commands: [{ action: 'gather_using_speak', params }],
      sounds: true,
    });
  },
  handle({ params }, event) {
    const result = gatherResult(event, { choices: choicesOf(params) });
    if (result === undefined) return undefined;
    const { exit, why, ...outputs } = result;
    const answer = { [params.yes_key]: 'yes', [params.no_key]: 'no' }[exit];
    return leave(answer ?? exit, { outputs, ...(why === undefined ? {} : { why }) });
  },
});

function choicesOf({ yes_key: yes, no_key: no }: { yes_key: string; no_key: string }) {
  return [{ digits: yes }, { digits: no }];
}

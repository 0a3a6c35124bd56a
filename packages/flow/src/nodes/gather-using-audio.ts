import { gatherUsingAudioExclusive, gatherUsingAudioParams } from '../carrier-parameters/index.ts';
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
import { audioOf } from './parts/summaries.ts';
import { MARGIN_MS } from './parts/speech-length.ts';
import { gatherStop } from './parts/stops.ts';

/** A prompt longer than this is not awaited; the carrier does not say how long a file is. */
const PROMPT_UP_TO_MS = 10 * 60_000;

export const gatherUsingAudio = defineNode({
  type: 'gather_using_audio',
  title: 'Play and wait for keys',
  help: 'Plays a recorded question and waits for the caller to press keys.',
  category: 'ask',
  icon: 'headphones',
  synonyms: ['menu', 'press 1', 'ivr', 'recorded prompt', 'gather', 'keypad', 'digits', 'audio'],
  action: 'gather_using_audio',
  role: 'step',
  waitsForCaller: true,
  params: gatherUsingAudioParams.extend({ choices: choicesParam, sensitive: sensitiveParam }),
  exclusive: gatherUsingAudioExclusive,
  defaults: { choices: [{ digits: '1' }, { digits: '2' }], timeout_millis: 6_000 },
  exits: gatherExits,
  isSensitive,
  outputs: () => gatherOutputs,
  summary: audioOf,
  lint(params) {
    if (audioOf(params) !== '') return lintDigits(params);
    return [
      {
        path: ['audio_url'],
        severity: 'error',
        message: 'There is no recorded question; callers would hear silence and not know what to press.',
        cure: 'Give the address of an MP3 or WAV file, or the name of stored media.',
      },
      ...lintDigits(params),
    ];
  },
  sounding: () => 'waits',
  stop: () => gatherStop,
  enter({ params }) {
    const { choices: _choices, sensitive: _sensitive, ...carrier } = params;
    const digits = digitsFromChoices(params);
    const body = { ...bodyOf(carrier), ...digits };
    const within =
      (PROMPT_UP_TO_MS + digitsUpToMs({ ...carrier, ...digits })) * (carrier.maximum_tries ?? 3) + MARGIN_MS;
    return wait(['call.gather.ended'], within, {
      commands: [{ action: 'gather_using_audio', params: body, isOwnSound: true }],
      sounds: true,
    });
  },
  handle: ({ params }, event) => gatherOutcome(event, params),
});

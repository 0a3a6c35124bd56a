import { z } from 'zod';
import { speakParams } from '../carrier-parameters/index.ts';
import { defineNode, leave, wait } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';
import { MARGIN_MS, speechUpToMs } from './parts/speech-length.ts';
import { textOf } from './parts/summaries.ts';
import { voiceOf, voiceParam } from './parts/voice.ts';
import { soundStop } from './parts/stops.ts';

const ended = z.object({ status: z.string().nullish().catch(null) });

export const speak = defineNode({
  type: 'speak',
  title: 'Say something',
  help: 'Reads a text to the caller and goes on when it has been read.',
  category: 'talk',
  icon: 'message',
  synonyms: ['speak', 'say', 'tts', 'announcement', 'greeting', 'text to speech', 'tell'],
  action: 'speak',
  role: 'step',
  waitsForCaller: false,
  params: speakParams.extend({ voice: voiceParam }),
  defaults: { payload: '' },
  exits: () => [done, error],
  outputs: () => [{ name: 'status', title: 'How it ended', example: 'completed' }],
  summary: (params) => textOf(params.payload),
  stop: () => soundStop,
  enter(context) {
    const { params } = context;
    const payload = context.localize(params.payload);
    const body = { ...bodyOf(params), ...voiceOf(context), payload };
    return wait(['call.speak.ended'], speechUpToMs(payload, params.loop) + MARGIN_MS, {
      commands: [{ action: 'speak', params: body }],
    });
  },
  handle(_context, event) {
    const { status } = ended.parse(event.payload);
    const outputs = { status: status ?? null };
    return status === 'failed' || status === 'client_error'
      ? leave('error', { outputs, why: `The carrier could not speak the text (${status}).` })
      : leave('done', { outputs });
  },
});

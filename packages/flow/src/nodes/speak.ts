import { z } from 'zod';
import { speakParams } from '../carrier-parameters/index.ts';
import { type Decision, defineNode, leave, type NodeContext, wait } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';
import { afterTheBeep, heardBeside } from './parts/machine-beep.ts';
import { MARGIN_MS, speechUpToMs } from './parts/speech-length.ts';
import { textOf } from './parts/summaries.ts';
import { voiceOf, voiceParam } from './parts/voice.ts';
import { soundStop } from './parts/stops.ts';

const ended = z.object({ status: z.string().nullish().catch(null) });

const params = speakParams.extend({ voice: voiceParam });

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
  params,
  defaults: { payload: '' },
  exits: () => [done, error],
  outputs: () => [{ name: 'status', title: 'How it ended', example: 'completed' }],
  summary: ({ payload }) => textOf(payload),
  sounding: ({ stop }) => (stop === undefined ? 'waits' : 'silences'),
  stop: () => soundStop,
  enter: say,
  handle(context, event) {
    const again = () => say(context);
    const cut = afterTheBeep(event, context.memory, { ended: 'call.speak.ended', again });
    if (cut !== undefined) return cut === 'goes on' ? undefined : cut;
    const { status } = ended.parse(event.payload);
    const outputs = { status: status ?? null };
    return status === 'failed' || status === 'client_error'
      ? leave('error', { outputs, why: `The carrier could not speak the text (${status}).` })
      : leave('done', { outputs });
  },
});

type Context = NodeContext<z.output<typeof params>>;

function say(context: Context): Decision {
  const { params: said } = context;
  const payload = context.localize(said.payload);
  const body = { ...bodyOf(said), ...voiceOf(context), payload };
  const awaited = ['call.speak.ended', ...heardBeside(context)];
  return wait(awaited, speechUpToMs(payload, said) + MARGIN_MS, {
    memory: 'saying',
    sounds: true,
    commands: [{ action: 'speak', params: body }],
  });
}

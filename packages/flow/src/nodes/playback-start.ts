import { z } from 'zod';
import { playbackStartExclusive, playbackStartParams } from '../carrier-parameters/index.ts';
import { yesNo } from '../carrier-parameters/parts/values.ts';
import {
  type Decision,
  defineNode,
  leave,
  leaveOnceAccepted,
  type NodeContext,
  type NodeEvent,
  wait,
} from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';
import { afterTheBeep, heardBeside } from './parts/machine-beep.ts';
import { soundStop } from './parts/stops.ts';
import { audioOf, textOf } from './parts/summaries.ts';
import { CALL_LIMIT_MS } from './parts/speech-length.ts';

const soundEnded = z.object({
  status: z.string().nullish().catch(null),
  status_detail: z.string().nullish().catch(null),
});
const failures: readonly (string | null | undefined)[] = ['file_not_found', 'failed', 'unknown'];

/** Never sent to the carrier. */
const background = yesNo().optional().meta({
  title: 'Go on while it plays',
  help: 'The call does not wait for the end of the sound. What is said or played later waits behind it, unless that silences it first.',
  group: 'main',
});

const params = playbackStartParams.extend({ background });

export const playbackStart = defineNode({
  type: 'playback_start',
  title: 'Play a sound',
  help: 'Plays an audio file to the caller and goes on when it is over.',
  category: 'talk',
  icon: 'music',
  synonyms: ['playback', 'audio', 'mp3', 'wav', 'recording', 'jingle', 'play'],
  action: 'playback_start',
  role: 'step',
  waitsForCaller: false,
  params,
  exclusive: playbackStartExclusive,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [{ name: 'status', title: 'How it ended', example: 'completed' }],
  summary: audioOf,
  lint(draft) {
    if (audioOf(draft) !== '') return [];
    return [
      {
        path: ['audio_url'],
        severity: 'error',
        message: 'There is no sound to play; the carrier would refuse the step.',
        cure: 'Give the address of an MP3 or WAV file, or the name of stored media.',
      },
    ];
  },
  isInstant: ({ background: goesOn }) => goesOn === true,
  sounding({ overlay, background: goesOn, loop, stop }) {
    if (overlay === true) return undefined;
    if (goesOn === true && loop === 'infinity') return 'endless';
    return stop === undefined ? 'waits' : 'silences';
  },
  stop: () => soundStop,
  enter: play,
  handle(context, event) {
    const again = () => play(context);
    const cut = afterTheBeep(event, context.memory, { ended: 'call.playback.ended', again });
    if (cut !== undefined) return cut === 'goes on' ? undefined : cut;
    if (isOfAnother(event, context.params.audio_url)) return undefined;
    const { status, status_detail: detail } = soundEnded.parse(event.payload);
    const outputs = { status: status ?? null };
    if (!failures.includes(status)) return leave('done', { outputs });
    return leave('error', { outputs, why: detail ?? `The carrier could not play the sound (${status}).` });
  },
});

type Context = NodeContext<z.output<typeof params>>;

function play(context: Context): Decision {
  const { background: goesOn, ...played } = context.params;
  const commands = [{ action: 'playback_start', params: bodyOf(played) }];
  return goesOn === true
    ? leaveOnceAccepted(commands)
    : wait(['call.playback.ended', ...heardBeside(context)], CALL_LIMIT_MS, {
        commands,
        memory: 'saying',
        sounds: true,
      });
}

/** A sound in the background may come to its end while this one waits or plays; told apart by the names of the files. */
function isOfAnother({ payload }: NodeEvent, url: string | undefined): boolean {
  const [ended, own] = [fileOf(textOf(payload.media_url)), fileOf(url ?? '')];
  return ended !== '' && own !== '' && ended !== own;
}

function fileOf(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}

import type { Action } from '../action.ts';
import { answer } from './answer.ts';
import { clientStateUpdate } from './client-state-update.ts';
import { gather } from './gather.ts';
import { gatherStop } from './gather-stop.ts';
import { gatherUsingAi } from './gather-using-ai.ts';
import { gatherUsingAudio } from './gather-using-audio.ts';
import { gatherUsingSpeak } from './gather-using-speak.ts';
import { hangup } from './hangup.ts';
import { playbackStart } from './playback-start.ts';
import { playbackStop } from './playback-stop.ts';
import { reject } from './reject.ts';
import { speak } from './speak.ts';
import { transfer } from './transfer.ts';

const actions: readonly Action[] = [
  answer,
  clientStateUpdate,
  gather,
  gatherStop,
  gatherUsingAi,
  gatherUsingAudio,
  gatherUsingSpeak,
  hangup,
  playbackStart,
  playbackStop,
  reject,
  speak,
  transfer,
];

const actionsByName = new Map(actions.map((action) => [action.name, action]));

/** The action of that name on a leg; undefined when the carrier has none. */
export function actionNamed(name: string): Action | undefined {
  return actionsByName.get(name);
}

/** Names of all actions on a leg, in Telnyx's words. */
export const actionNames: readonly string[] = actions.map(({ name }) => name);

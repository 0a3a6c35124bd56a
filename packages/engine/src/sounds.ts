import type { CarrierEvent, CommandRequest, Json } from '@gatherline/flow';
import type { SentSound, SoundsAhead } from './call.ts';
import { change, type Run } from './run.ts';

/** More than these are never looked at. */
const REMEMBERED = 16;

/** How long a step goes on waiting for its sound while the call lives, in milliseconds past its deadline. */
const PATIENCE_MS: { readonly [ahead in SoundsAhead]: number } = {
  nothing: 10 * 60_000,
  'unknown length': 60 * 60_000,
  endless: 0,
};

/** How long the current visit, which sounds, is waited for beyond its deadline. */
export function soundingFrom({ call }: Run, deadlineMs: number) {
  const ahead = soundsAhead(call.sounds, call.visit);
  return { untilMs: deadlineMs + PATIENCE_MS[ahead], ahead };
}

function soundsAhead(sounds: readonly SentSound[], present: number): SoundsAhead {
  const before = sounds.filter(({ visit, endedBy }) => visit !== present && endedBy === undefined);
  if (before.some(({ isEndless }) => isEndless)) return 'endless';
  return before.length === 0 ? 'nothing' : 'unknown length';
}

/** A command to the caller's leg begins a sound, or ends those before it. */
export function noteSound(run: Run, { action, params, leg, via }: CommandRequest): void {
  if (via === 'http' || leg !== undefined || params.overlay === true || params.stop === 'overlay') return;
  if (action !== 'playback_start' && action !== 'playback_stop' && action !== 'speak') return;
  const stops = params.stop ?? (action === 'playback_stop' ? 'all' : undefined);
  const before = soundsAfter(run.call.sounds, stops);
  const file = fileOf(params.audio_url ?? params.media_name);
  const sound: SentSound = { visit: run.call.visit, file, isEndless: params.loop === 'infinity' };
  const sounds = action === 'playback_start' ? [...before, sound] : before;
  if (sounds.length > 0 || run.call.sounds.length > 0) change(run, { sounds: sounds.slice(-REMEMBERED) });
}

function soundsAfter(sounds: readonly SentSound[], stops: Json | undefined): readonly SentSound[] {
  if (stops === 'all') return [];
  const running = sounds.filter(({ endedBy }) => endedBy === undefined);
  return stops === 'current' ? running.slice(1) : running;
}

/** The carrier tells the end of a sound on the caller's leg; told again, it is no other's. */
export function noteSoundEnd(run: Run, { id, type, payload }: CarrierEvent): void {
  const { sounds } = run.call;
  if (type !== 'call.playback.ended' || sounds.some(({ endedBy }) => endedBy === id)) return;
  const file = fileOf(payload.media_url ?? payload.media_name);
  const index = sounds.findIndex((sound) => sound.endedBy === undefined && sound.file === file);
  const sound = sounds[index];
  if (sound !== undefined) change(run, { sounds: sounds.with(index, { ...sound, endedBy: id }) });
}

/** A sound that the carrier refused is never heard. */
export function noteSoundRefused(
  run: Run,
  refused: { readonly visit: number; readonly action: string },
): void {
  if (refused.action !== 'playback_start') return;
  change(run, { sounds: run.call.sounds.filter(({ visit }) => visit !== refused.visit) });
}

function fileOf(name: Json | undefined): string {
  return typeof name === 'string' ? (name.split(/[?#]/)[0]?.split('/').at(-1) ?? '') : '';
}

import type { Stop } from '../../definition.ts';

/** Stops a gather, with or without a prompt. */
export const gatherStop: Stop = {
  commands: [{ action: 'gather_stop', params: {} }],
  until: ['call.gather.ended'],
};

/** Stops what is said or played, and what waits behind it. */
export const soundStop: Stop = {
  commands: [{ action: 'playback_stop', params: {} }],
  until: ['call.speak.ended', 'call.playback.ended'],
};

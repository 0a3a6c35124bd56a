import { defineAction } from '../action.ts';
import { stopSounds } from '../activities/sound.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { flag } from '../parameters/row.ts';
import { stop } from '../parameters/sounds.ts';

export const playbackStop = defineAction({
  name: 'playback_stop',
  parameters: { ...everyCommand, overlay: flag(), stop },
  run(turn, leg, { overlay, stop: which }) {
    const isOverlay = overlay === true || which === 'overlay';
    stopSounds(turn, leg, which === 'current' ? 'current' : 'all', isOverlay ? 'overlay' : 'main');
    return ok();
  },
});

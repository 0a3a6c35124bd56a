import { defineAction } from '../action.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { object, oneOf } from '../parameters/row.ts';

// biome-ignore format: a list of names reads better in rows
const engines = [
  'Denoiser', 'DeepFilterNet', 'Krisp', 'AiCoustics', 'aic_l_quail', 'aic_l_rook', 'aic_s_quail', 'aic_s_rook',
  'quail_voice_focus_s', 'quail_voice_focus_xs',
] as const;

/** Here nobody hears any noise, so there is nothing to do. A second start, or a stop without one, is not documented. */
export const suppressionStart = defineAction({
  name: 'suppression_start',
  parameters: {
    ...everyCommand,
    direction: oneOf(['inbound', 'outbound', 'both']),
    noise_suppression_engine: oneOf(engines),
    noise_suppression_engine_config: object(),
  },
  run: () => ok(),
});

export const suppressionStop = defineAction({
  name: 'suppression_stop',
  parameters: everyCommand,
  run: () => ok(),
});

import { z } from 'zod';
import { choice, decimalNumber, settings, wholeNumber } from '../parts/values.ts';

const deepFilterNet = {
  attenuation_limit: wholeNumber({ min: 0, max: 100, of: 'steps' }).optional().meta({
    title: 'Strongest reduction (DeepFilterNet)',
    help: 'How much noise is taken away at most: 0 is nothing, 100 is all of it.',
    carrierDefault: 100,
  }),
  mode: choice(['standard', 'advanced'])
    .optional()
    .meta({
      title: 'Mode (DeepFilterNet)',
      help: 'How the noise is worked out.',
      labels: { standard: 'Standard', advanced: 'Advanced' },
    }),
};

const krisp = {
  model: choice([
    'krisp-viva-tel-v2.kef',
    'krisp-viva-tel-lite-v1.kef',
    'krisp-viva-pro-v1.kef',
    'krisp-viva-ss-v1.kef',
  ])
    .optional()
    .meta({
      title: 'Model (Krisp)',
      help: 'Which model of Krisp tells voices from noise.',
      labels: {
        'krisp-viva-tel-v2.kef': 'VIVA Tel v2',
        'krisp-viva-tel-lite-v1.kef': 'VIVA Tel Lite v1',
        'krisp-viva-pro-v1.kef': 'VIVA Pro v1',
        'krisp-viva-ss-v1.kef': 'VIVA SS v1',
      },
    }),
  suppression_level: decimalNumber({ min: 0, max: 100, of: 'percent' }).optional().meta({
    title: 'Strength (Krisp)',
    help: 'How much of the noise is taken away, from 0 to 100.',
    example: 80,
  }),
};

const aiCoustics = {
  family: choice(['sparrow', 'quail'])
    .optional()
    .meta({
      title: 'Family (ai-coustics)',
      help: 'Sparrow is made for people who talk to each other, Quail for assistants that listen.',
      labels: { sparrow: 'Sparrow, for people', quail: 'Quail, for assistants' },
    }),
  size: choice(['s', 'l', 'xs', 'xxs', 'vf_l', 'vf_1_1_l'])
    .optional()
    .meta({
      title: 'Size (ai-coustics)',
      help: 'Bigger models hear better and answer later. XS and XXS belong to Sparrow, Voice Focus to Quail.',
      labels: {
        s: 'S',
        l: 'L',
        xs: 'XS',
        xxs: 'XXS',
        vf_l: 'Voice Focus L',
        vf_1_1_l: 'Voice Focus 1.1 L',
      },
    }),
  enhancement_level: decimalNumber({ min: 0, max: 1, of: 'strength' }).optional().meta({
    title: 'Strength (ai-coustics)',
    help: 'How strongly the voice is cleaned, from 0 (not at all) to 1.',
    example: 0.8,
  }),
  voice_gain: decimalNumber({ min: 0.1, max: 4, of: 'times the normal volume' }).optional().meta({
    title: 'Volume (ai-coustics)',
    help: 'How loud the cleaned voice is: 1 is normal.',
    example: 1,
  }),
};

/** The one family a size belongs to; S and L come in both. */
const familyOfSize: Readonly<Record<string, string>> = {
  xs: 'sparrow',
  xxs: 'sparrow',
  vf_l: 'quail',
  vf_1_1_l: 'quail',
};

/** Parameters of `suppression_start`; the engine adds `client_state` and `command_id`. */
export const suppressionStartParams = z.object({
  direction: choice(['inbound', 'outbound', 'both'])
    .optional()
    .meta({
      title: 'Whose noise',
      help: 'Cleans what the caller says, what the caller hears, or both. An assistant understands better when the first is clean.',
      labels: { inbound: 'What the caller says', outbound: 'What the caller hears', both: 'Both' },
      carrierDefault: 'inbound',
      group: 'main',
    }),
  noise_suppression_engine: choice([
    'Denoiser',
    'DeepFilterNet',
    'Krisp',
    'AiCoustics',
    'aic_l_quail',
    'aic_l_rook',
    'aic_s_quail',
    'aic_s_rook',
    'quail_voice_focus_s',
    'quail_voice_focus_xs',
  ])
    .optional()
    .meta({
      title: 'Filter',
      help: 'Which filter takes the noise away.',
      labels: {
        Denoiser: 'Denoiser',
        DeepFilterNet: 'DeepFilterNet',
        Krisp: 'Krisp',
        AiCoustics: 'ai-coustics',
        aic_l_quail: 'ai-coustics Quail L',
        aic_l_rook: 'ai-coustics Rook L',
        aic_s_quail: 'ai-coustics Quail S',
        aic_s_rook: 'ai-coustics Rook S',
        quail_voice_focus_s: 'ai-coustics Quail Voice Focus S',
        quail_voice_focus_xs: 'ai-coustics Quail Voice Focus XS',
      },
      carrierDefault: 'Denoiser',
      group: 'main',
    }),
  noise_suppression_engine_config: settings({ ...deepFilterNet, ...krisp, ...aiCoustics })
    .superRefine(({ family, size }, context) => {
      const own = size === undefined ? undefined : familyOfSize[size];
      if (family === undefined || own === undefined || own === family) return;
      const message = `The size ${size} belongs to the family ${own}: choose that family, or the size s or l.`;
      context.addIssue({ code: 'custom', path: ['size'], message });
    })
    .optional()
    .meta({
      title: 'Fine tuning of the filter',
      help: 'Each filter listens only to the settings that name it.',
      example: { suppression_level: 80 },
      group: 'advanced',
    }),
});

import { settings, wholeNumber, yesNo } from '../parts/values.ts';

/** Telling a synthetic voice from a real one, on `answer` and `dial`. */
export const deepfakeDetection = settings({
  enabled: yesNo().meta({
    title: 'Listen for synthetic voices',
    help: 'Lets the carrier judge whether the other side speaks with a made-up voice.',
    carrierDefault: false,
  }),
  timeout: wholeNumber({ min: 5, max: 60, of: 'seconds' }).optional().meta({
    title: 'Time to decide',
    help: 'After this long without a verdict the carrier gives up. The call goes on.',
    unit: 's',
    carrierDefault: 15,
  }),
  rtp_timeout: wholeNumber({ min: 5, max: 120, of: 'seconds' }).optional().meta({
    title: 'Wait for sound',
    help: 'After this long without any sound the carrier gives up. The call goes on.',
    unit: 's',
    carrierDefault: 30,
  }),
})
  .optional()
  .meta({
    title: 'Synthetic voices',
    help: 'Checks whether a voice is made by a computer. The caller does not notice it.',
    group: 'advanced',
  });

import { webUrl } from '../../carrier-parameters/legs/addresses.ts';
import { callerText, enqueueParams, templated } from '../../carrier-parameters/index.ts';
import { wholeNumber } from '../../carrier-parameters/parts/values.ts';
import { momentOf } from '../../moment.ts';
import { voiceParam } from '../parts/voice.ts';

/** What the step does while the caller waits: none of it is part of the carrier's command. */
const meanwhile = {
  music_url: webUrl().optional().meta({
    title: 'Music while waiting',
    help: 'A WAV or MP3 file that plays over and over. Without it, the caller waits in silence.',
    example: 'https://example.com/waiting.mp3',
    group: 'main',
    control: 'url',
  }),
  announcement: callerText(3000).optional().meta({
    title: 'Announcement',
    help: 'What the caller hears on coming into the line. The place in it can be told: it is an output of this step, asked for anew each time this is said.',
    example: 'All our people are talking. You are number {{ nodes.line.position }}.',
    group: 'main',
    control: 'multiline',
  }),
  announce_every_secs: wholeNumber({ min: 10, max: 3_600, of: 'seconds' }).optional().meta({
    title: 'Say it again every',
    help: 'How long the music plays before the announcement is repeated. Without it, it is said once.',
    unit: 's',
    example: 60,
    group: 'main',
  }),
  until: templated({
    cure: 'Write a time with its zone, such as 2026-06-01T18:00:00-05:00.',
    format: { test: (written) => momentOf(written) !== null },
    mayBeEmpty: true,
  })
    .optional()
    .meta({
      title: 'Wait until',
      help: 'At this time, such as closing time, whoever still waits goes on by Line has closed. Empty: no such time.',
      example: '{{ nodes.hours.closes_at }}',
      group: 'main',
    }),
  leave_key: templated({ cure: 'Choose one key: 0 to 9, * or #.', format: /^[0-9*#]$/ })
    .optional()
    .meta({
      title: 'Key to leave the line',
      help: 'A caller who presses it goes on by Left the line. Say so in the announcement.',
      example: '1',
      group: 'main',
      control: 'keys',
    }),
  voice: voiceParam,
};

/** Parameters of the step: the carrier's, and those of the time while the caller waits. */
export const enqueueNodeParams = enqueueParams.extend(meanwhile);

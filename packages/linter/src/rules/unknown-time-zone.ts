import { isTimeZone } from '@gatherline/flow';
import type { Rule } from '../rule.ts';

export const unknownTimeZone: Rule = {
  name: 'unknown-time-zone',
  title: 'A time zone that does not exist',
  help: 'The time zone of the flow has a name that no clock knows: callers are told the time of another place.',
  check: ({ flow }) => {
    const { time_zone: zone } = flow.settings;
    if (zone === undefined || isTimeZone(zone)) return [];
    return [
      {
        severity: 'error',
        path: ['settings', 'time_zone'],
        message: `There is no time zone ${zone}: callers are told the time of another place.`,
        cure: 'Choose one such as America/Chicago in the settings of the flow.',
      },
    ];
  },
};

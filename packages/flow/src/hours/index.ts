export { inWords } from './in-words.ts';
export { instantIn, isoIn } from './local-time.ts';
export {
  type Closure,
  type Holiday,
  type Hours,
  hoursSchema,
  readableHours,
  type Interval,
  isOvernight,
  minutesOf,
  usualHours,
  type Weekday,
  weekdays,
} from './schema.ts';
export { type HoursStanding, type HoursState, stateAt, stateTitles } from './state-at.ts';
export { weekInWords } from './week-in-words.ts';

export { inWords, isoIn } from './in-words.ts';
export {
  type Closure,
  type Holiday,
  type Hours,
  hoursSchema,
  type Interval,
  isOvernight,
  minutesOf,
  usualHours,
  type Weekday,
  weekdays,
} from './schema.ts';
export { type HoursStanding, type HoursState, stateAt } from './state-at.ts';
export { weekInWords } from './week-in-words.ts';

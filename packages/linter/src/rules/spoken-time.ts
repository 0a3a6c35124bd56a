import { type Flow, timeZoneOf } from '@gatherline/flow';
import type { LintContext } from '../context.ts';
import { nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Spoken } from '../spoken.ts';

export const spokenTime: Rule = {
  name: 'spoken-time',
  title: 'A time that callers do not understand',
  help: 'A time as machines write it, such as 2026-06-01T21:30:00Z, is read out letter by letter; and without a time zone the flow tells the time of the machine on which the service runs, mostly UTC, which in Chicago is five or six hours ahead.',
  check: (context) =>
    context.nodes.flatMap((facts) =>
      facts.spoken.flatMap((spoken) =>
        textsOf(spoken).flatMap(({ at, text }) =>
          complaintsAbout(context, text).map(
            (found): Finding => ({
              severity: 'warning',
              node: facts.id,
              path: at,
              message: `“${spoken.title}” of ${nameOf(facts)} ${found.message}`,
              cure: found.cure,
            }),
          ),
        ),
      ),
    ),
};

function textsOf({ at, text }: Spoken) {
  if (typeof text === 'string') return [{ at, text }];
  return Object.entries(text).map(([language, words]) => ({ at: [...at, language], text: words }));
}

interface Complaint {
  readonly message: string;
  readonly cure: string;
}

/** One complaint about a text is enough; the same is wrong with all of its times. */
function complaintsAbout(context: LintContext, text: string): readonly Complaint[] {
  const times = outputsOf(text).filter(({ value }) => isTime(context, value));
  const bare = times.find(({ filters }) => filters.length === 0);
  if (bare !== undefined) {
    const cure = `Write {{ ${bare.value} | say_time }} or {{ ${bare.value} | say_date }}.`;
    return [{ message: `reads out ${bare.value} as machines write a time.`, cure }];
  }
  const inUtc = times.find(({ value, filters }) => namesNoZone(value) && filters.some(tellsInUtc));
  if (inUtc === undefined || hasZone(context.flow)) return [];
  return [
    {
      message: `tells ${inUtc.value} by the clock of the machine, mostly UTC, for the flow has no time zone.`,
      cure: 'Choose the time zone in the settings of the flow.',
    },
  ];
}

interface TimeOutput {
  readonly value: string;
  readonly filters: readonly string[];
}

function outputsOf(text: string): readonly TimeOutput[] {
  return [...text.matchAll(/\{\{-?(.*?)-?\}\}/gs)].map(([, inside = '']) => {
    const [value = '', ...filters] = (inside.match(/(?:"[^"]*"|'[^']*'|[^|])+/g) ?? []).map((part) =>
      part.trim(),
    );
    return { value, filters };
  });
}

function isTime({ find }: LintContext, value: string): boolean {
  if (namesNoZone(value)) return true;
  const [, node = '', name = ''] = /^nodes\.(\w+)\.(\w+)$/.exec(value) ?? [];
  const facts = find(node);
  const output = facts?.definition?.outputs(facts.node.params).find((each) => each.name === name);
  return typeof output?.example === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(output.example);
}

/** What is written in UTC; the times of opening hours have an offset of their own. */
function namesNoZone(value: string): boolean {
  return ['call.now', 'call.started_at', '"now"', "'now'", '"today"', "'today'"].includes(value);
}

/** A filter that tells a part of a date and is given no zone. */
function tellsInUtc(filter: string): boolean {
  if (/^say_time$|^say_date(?:\s*:\s*["'](?:weekday|month)["'])?$/.test(filter)) return true;
  const [, format, rest = ''] = /^date\s*:\s*("[^"]*"|'[^']*'|[^,]+)(.*)$/s.exec(filter) ?? [];
  // Seconds since the epoch are the same everywhere.
  return format !== undefined && rest.trim() === '' && /%[^s%]/.test(format);
}

/** Hours that each environment keeps have a zone too, whichever it is. */
function hasZone(flow: Flow): boolean {
  return timeZoneOf([flow]) !== null || Object.values(flow.resources).some(({ type }) => type === 'hours');
}

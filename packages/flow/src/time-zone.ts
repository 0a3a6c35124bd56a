import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Flow } from './schema.ts';

const known = new Map<string, boolean>();

/** Whether there is a time zone of that name, such as `America/Chicago`. */
export function isTimeZone(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  // Not Temporal: it would take any time with an offset for a time zone.
  const exists = isTakenByIntl(zone);
  if (known.size < 1_000) known.set(zone, exists);
  return exists;
}

function isTakenByIntl(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

type TellingTime = Pick<Flow, 'settings' | 'nodes' | 'resources'>;

/**
 * The zone by whose clock callers are told the time: the flow's own, else that of the first opening hours it uses, of
 * its steps or of its resources, else that of the flows around it, the innermost first; `null` where none says one.
 */
export function timeZoneOf(flows: readonly TellingTime[], resources: JsonObject = {}): string | null {
  for (const flow of flows) {
    const zones = [flow.settings.time_zone, zoneOfSteps(flow), ...zonesOfResources(flow, resources)];
    const zone = zones.find((each) => typeof each === 'string' && isTimeZone(each));
    if (typeof zone === 'string') return zone;
  }
  return null;
}

const ofSteps = new WeakMap<Flow['nodes'], Json>();

function zoneOfSteps({ nodes }: TellingTime): Json {
  const before = ofSteps.get(nodes);
  if (before !== undefined) return before;
  const zones = Object.values(nodes).map(({ params }) => zoneOf(params.hours));
  const zone = zones.find((each) => typeof each === 'string' && isTimeZone(each)) ?? null;
  ofSteps.set(nodes, zone);
  return zone;
}

function zonesOfResources({ resources: declared }: TellingTime, bound: JsonObject): readonly Json[] {
  return Object.entries(declared)
    .filter(([, { type }]) => type === 'hours')
    .map(([name]) => zoneOf(bound[name]));
}

function zoneOf(hours: Json | undefined): Json {
  return isJsonObject(hours) ? (hours.time_zone ?? null) : null;
}

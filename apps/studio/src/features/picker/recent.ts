import { readPreference, writePreference } from '../../ui/index.ts';

const MOST = 3;

/** The step types this person added last, newest first. */
export function recentTypes(): readonly string[] {
  return (readPreference('recent') ?? '').split(' ').filter(Boolean);
}

export function rememberType(type: string): void {
  const others = recentTypes().filter((other) => other !== type);
  writePreference('recent', [type, ...others].slice(0, MOST).join(' '));
}

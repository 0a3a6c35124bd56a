const KEY = 'gatherline.recent';
const MOST = 3;

/** The step types this person added last, newest first. */
export function recentTypes(): readonly string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

export function rememberType(type: string): void {
  try {
    const others = recentTypes().filter((other) => other !== type);
    localStorage.setItem(KEY, [type, ...others].slice(0, MOST).join(' '));
  } catch {
    return;
  }
}

const KEY = 'gatherline.';

/** A choice of this person in this browser; nothing when the storage is closed to us. */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(KEY + name);
  } catch {
    return null;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(KEY + name, value);
  } catch {
    return;
  }
}

/** Who wants to know that something changed, by key. */
export interface Watchers {
  readonly add: (key: string, listener: () => void) => () => void;
  notify(key: string): void;
}

export function createWatchers(): Watchers {
  const listeners = new Map<string, Set<() => void>>();
  return {
    add(key, listener) {
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(key) === own) listeners.delete(key);
      };
    },
    notify(key) {
      for (const listener of listeners.get(key) ?? []) listener();
    },
  };
}

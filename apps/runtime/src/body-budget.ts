/** What one request may hold of the bytes that all bodies share. */
export interface BodyShare {
  /** Grows the share to so many bytes; false when there is no room for it now. */
  growTo(bytes: number): boolean;
  release(): void;
}

export interface BodyBudget {
  readonly share: () => BodyShare;
}

/** Every request may hold this much: large bodies that come slowly must not keep out the small ones of the carrier. */
const freeBytes = 64 * 1024;

/** Bounds the bytes of bodies that are being read at one time, beside what is free to each. */
export function createBodyBudget(totalBytes: number): BodyBudget {
  let used = 0;
  return {
    share() {
      let held = 0;
      return {
        growTo(bytes) {
          const wanted = Math.max(0, bytes - freeBytes);
          if (used - held + wanted > totalBytes) return false;
          used += Math.max(0, wanted - held);
          held = Math.max(held, wanted);
          return true;
        },
        release() {
          used -= held;
          held = 0;
        },
      };
    },
  };
}

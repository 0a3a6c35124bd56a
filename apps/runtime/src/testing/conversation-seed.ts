import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Decides which conversations meet with accidents on this run, and with which. */
    conversationsSeed: number;
    /** Every conversation is played in order and with accidents, instead of one or the other. */
    conversationsBothWays: boolean;
  }
}

/** Before all tests: draws the seed of the run, unless it is given, and prints it. */
export default function setup(project: TestProject): void {
  const { CONVERSATIONS_SEED: given, CONVERSATIONS_BOTH_WAYS: bothWays } = process.env;
  const seed = given === undefined ? randomInt(1_000_000) : Number(given);
  if (!Number.isSafeInteger(seed))
    throw new Error(`CONVERSATIONS_SEED must be a whole number, not ${given}.`);
  project.provide('conversationsSeed', seed);
  project.provide('conversationsBothWays', bothWays === 'true');
  console.log(`Conversations over HTTP: CONVERSATIONS_SEED=${seed}`);
}

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

/** What is red for one is red for all; whoever plays everything both ways looks for what nobody has seen yet. */
const usualSeed = 7;

/** Before all tests: settles the seed of the run and prints it. */
export default function setup(project: TestProject): void {
  const { CONVERSATIONS_SEED: given, CONVERSATIONS_BOTH_WAYS } = process.env;
  const bothWays = CONVERSATIONS_BOTH_WAYS === 'true';
  const seed = given === undefined ? (bothWays ? randomInt(1_000_000) : usualSeed) : Number(given);
  if (!Number.isSafeInteger(seed))
    throw new Error(`CONVERSATIONS_SEED must be a whole number, not ${given}.`);
  project.provide('conversationsSeed', seed);
  project.provide('conversationsBothWays', bothWays);
  console.log(`Conversations over HTTP: CONVERSATIONS_SEED=${seed}${bothWays ? ', both ways' : ''}`);
}

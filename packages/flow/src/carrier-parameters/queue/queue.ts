import { templated } from '../parts/text.ts';

/** Longest name of a queue, in characters (the carrier's limit on making one). */
const LONGEST_NAME = 255;

/** The name of a queue, on `enqueue` and `bridge`. */
export const queueName = templated({
  cure: `Write the name of the queue in 1 to ${LONGEST_NAME} characters, like support.`,
  max: LONGEST_NAME,
});

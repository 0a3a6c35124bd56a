import { onTestFinished } from 'vitest';

/** Takes what closes a thing that a test has opened. */
export type AtEnd = (close: () => unknown) => void;

/** Where nothing else is said, a thing is closed after the test that has opened it. */
export const afterTheTest: AtEnd = (close) => onTestFinished(async () => void (await close()));

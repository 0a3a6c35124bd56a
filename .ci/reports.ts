import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the runners leave their JSON reports, from the root of the checkout. */
export const reportsFolder = 'test-results';

export const reports = {
  vitest: join(reportsFolder, 'vitest.json'),
  playwright: join(reportsFolder, 'playwright.json'),
} as const;

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Tests that passed and failed by a runner's own report; a report that is missing or says nothing counts as one failure. */
export function countOf(runner: keyof typeof reports): Count {
  try {
    const report: unknown = JSON.parse(readFileSync(reports[runner], 'utf8'));
    const count = runner === 'vitest' ? vitestCount(report) : playwrightCount(report);
    return count.passed + count.failed === 0 ? { passed: 0, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitestCount(report: unknown): Count {
  const { numPassedTests: passed, numFailedTests: failed, numFailedTestSuites: suites } = numbers(report);
  return { passed: passed ?? 0, failed: Math.max(failed ?? 0, (suites ?? 0) > 0 ? 1 : 0) };
}

function playwrightCount(report: unknown): Count {
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : {};
  const { expected, unexpected, flaky } = numbers(stats);
  return { passed: expected ?? 0, failed: (unexpected ?? 0) + (flaky ?? 0) };
}

function numbers(value: unknown): { readonly [name: string]: number | undefined } {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => typeof entry === 'number'));
}

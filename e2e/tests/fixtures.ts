import { test as base, expect } from '@playwright/test';
import { type Service, startService } from '../service.ts';
import { Studio } from './studio.ts';

/** Each worker has a service of its own, in demo mode on an empty data folder; `studio` is the page as a person uses it. */
export const test = base.extend<{ studio: Studio }, { service: Service }>({
  service: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures it gives from here.
    async ({}, use) => {
      const service = await startService();
      await use(service);
      await service.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  studio: async ({ page }, use) => use(new Studio(page)),
});

export { expect };

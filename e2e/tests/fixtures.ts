import { test as base, expect } from '@playwright/test';
import { type Service, startStudio } from '../service.ts';
import { Studio } from './studio.ts';

const environment = {
  /** Flows may ask the servers that stories open on this machine. */
  HTTP_ALLOWED_HOSTS: '127.0.0.1',
  /** Nobody listens: what is said may be said eight times as fast. */
  PHONE_SPEED: '8',
};

/** Each worker has one service, in demo mode on an empty data folder; `studio` is the page as a person uses it. */
export const test = base.extend<{ studio: Studio }, { service: Service }>({
  service: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures it gives from here.
    async ({}, use) => {
      const service = await startStudio({ environment });
      await use(service);
      await service.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  studio: async ({ page }, use) => use(new Studio(page)),
});

export { expect };

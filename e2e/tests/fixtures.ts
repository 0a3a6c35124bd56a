import { test as base, expect } from '@playwright/test';
import { type Service, startStudio } from '../service.ts';
import { Studio } from './studio.ts';

/** Each worker has a service of its own, in demo mode on an empty data folder; `studio` is the page as a person uses it. */
export const test = base.extend<{ studio: Studio }, { service: Service; allowedHosts: string }>({
  /** Hosts inside the network that flows may send requests to, as the operator names them. */
  allowedHosts: ['', { option: true, scope: 'worker' }],
  service: [
    async ({ allowedHosts }, use) => {
      const service = await startStudio({ environment: { HTTP_ALLOWED_HOSTS: allowedHosts } });
      await use(service);
      await service.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  studio: async ({ page }, use) => use(new Studio(page)),
});

export { expect };

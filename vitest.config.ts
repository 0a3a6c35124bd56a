import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Services, servers and processes: each file of their tests runs in a process of its own. */
const withServers = [
  'apps/runtime/src/**/*.test.ts',
  'packages/cli/src/**/*.test.ts',
  'packages/emulator/src/{*,server/**/*}.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    // Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['packages/*/src/**/*.test.ts', 'apps/studio/src/**/*.test.ts'],
          exclude: withServers,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: withServers,
          // The services and command lines that tests start, some forty, need not be compiled each time.
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
          globalSetup: 'apps/runtime/src/testing/conversation-seed.ts',
        },
      },
    ],
  },
});

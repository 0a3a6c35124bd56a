import { runSteps } from './steps.ts';

process.exitCode = runSteps([
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['tsc', '--project', 'tsconfig.json'] },
  { name: 'types of the studio', command: ['tsc', '--project', 'apps/studio/tsconfig.json'] },
  { name: 'import direction', command: ['node', '.ci/check-imports.ts'] },
  { name: 'dead code', command: ['knip'] },
  {
    name: 'flow files are canonical',
    command: ['node', 'packages/cli/src/main.ts', 'fmt', '--check', 'packages/conversations/flows'],
  },
  {
    name: 'generated documents are current',
    command: ['node', 'packages/cli/src/main.ts', 'reference', '--check'],
  },
]);

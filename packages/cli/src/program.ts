import { Command, InvalidArgumentError } from 'commander';
import type { EmulateOptions } from './commands/emulate.ts';
import type { Outcome } from './outcome.ts';

interface Printing {
  readonly json?: true;
}

const JSON_OPTION = ['--json', 'print JSON for programs'] as const;

/** The command line: every command, its options and its help. It throws instead of exiting. */
export function createProgram(): Command {
  const program = new Command('gatherline')
    .description('Checks, tests, compares and plays phone flows.')
    .exitOverride()
    .showHelpAfterError('(see gatherline --help)');
  addChecks(program);
  addChanges(program);
  addCalls(program);
  return program;
}

// Each command loads what it needs: checking a flow should not wait for a web server.

function addChecks(program: Command): void {
  program
    .command('lint <paths...>')
    .description('find the problems of flow files, or of all below a folder')
    .option(...JSON_OPTION)
    .action(async (paths: string[], options: Printing) => {
      const { lintFiles } = await import('./commands/lint.ts');
      report(lintFiles(paths), options);
    });
  program
    .command('test <paths...>')
    .description('play conversations against their flows: files, or all below a folder')
    .option(...JSON_OPTION)
    .action(async (paths: string[], options: Printing) => {
      const { testConversations } = await import('./commands/test.ts');
      report(testConversations(paths), options);
    });
  program
    .command('diff <before> <after>')
    .description('tell what differs between two flows by meaning; 1 when something does')
    .option('--layout', 'also tell which steps have moved')
    .option(...JSON_OPTION)
    .action(async (before: string, after: string, options: Printing & { layout?: true }) => {
      const { diffFiles } = await import('./commands/diff.ts');
      report(diffFiles(before, after, { layout: options.layout === true }), options);
    });
}

function addChanges(program: Command): void {
  program
    .command('fmt <paths...>')
    .description('write flow files the one canonical way')
    .option('--check', 'change nothing; fail when a file is not canonical')
    .option(...JSON_OPTION)
    .action(async (paths: string[], options: Printing & { check?: true }) => {
      const { formatFiles } = await import('./commands/fmt.ts');
      report(formatFiles(paths, { check: options.check === true }), options);
    });
  program
    .command('import <file>')
    .description('read a flow of any known format and write it as <id>.flow.json')
    .option('--to <folder>', 'folder to write into', '.')
    .option('--force', 'replace a different flow of the same id')
    .option(...JSON_OPTION)
    .action(async (file: string, options: Printing & { to: string; force?: true }) => {
      const { importFile } = await import('./commands/import.ts');
      report(importFile(file, { to: options.to, force: options.force === true }), options);
    });
  program
    .command('reference', { hidden: true })
    .description('write the reference of the node types')
    .option('--check', 'change nothing; fail when it is out of date')
    .option(...JSON_OPTION)
    .action(async (options: Printing & { check?: true }) => {
      const { writeReference } = await import('./commands/reference.ts');
      report(writeReference({ check: options.check === true }), options);
    });
}

function addCalls(program: Command): void {
  program
    .command('play <file>')
    .description('play one conversation and print it as a dialogue')
    .option(
      '--interactive',
      'call a flow file yourself from the terminal, or the flow of a conversation in its circumstances',
    )
    .option(...JSON_OPTION)
    .action(async (file: string, options: Printing & { interactive?: true }) => {
      if (options.interactive === true) {
        const { playInteractively } = await import('./commands/play-interactively.ts');
        return playInteractively(file, { input: process.stdin, output: process.stdout });
      }
      const { playFile } = await import('./commands/play.ts');
      report(playFile(file), options);
    });
  program
    .command('emulate')
    .description('start a carrier on this machine')
    .option('--port <number>', 'port to listen on', toNumber, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--webhook-url <url>', 'where its webhooks go', 'http://127.0.0.1:3000/webhooks/telnyx')
    .option('--speed <factor>', 'how many times as fast as real time', toNumber, 1)
    .option(...JSON_OPTION)
    .action(async (options: Printing & Omit<EmulateOptions, 'json'>) => {
      const { emulate } = await import('./commands/emulate.ts');
      await emulate({ ...options, json: options.json === true });
    });
}

function report({ ok, lines, json }: Outcome, options: Printing): void {
  const text = options.json === true ? JSON.stringify(json, null, 2) : lines.join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
  process.exitCode = ok ? 0 : 1;
}

function toNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new InvalidArgumentError('Write a number.');
  return number;
}

#!/usr/bin/env node
import { CommanderError } from 'commander';
import { UsageError } from './outcome.ts';
import { createProgram } from './program.ts';

const USED_WRONGLY = 2;

try {
  await createProgram().parseAsync();
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : USED_WRONGLY;
  else if (cause instanceof UsageError) {
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = USED_WRONGLY;
  } else throw cause;
}

import { expect, test } from 'vitest';
import { type Command, resumeCommand } from './index.ts';

const command: Command = {
  id: 'b3f1c5c2-52a1-5a4e-9f0e-3a1f6f0c7d11',
  callId: 'v3:call',
  node: 'record',
  visit: 2,
  action: 'record_start',
  body: {},
  keep: [],
};

test('a command that an older version stored still reports back', () => {
  expect(resumeCommand({ ...command, tells: true })).toEqual({ ...command, reportsBack: true });
});

test('a command that nobody waits for stays as it is', () => {
  expect(resumeCommand(command)).toEqual(command);
});

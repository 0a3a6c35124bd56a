import { readFileSync } from 'node:fs';
import { parseFlow } from '@gatherline/flow';
import { expect, it } from 'vitest';
import { firstCommands } from './readme.example.ts';

it('shows an example in the README that works', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('readme.example.ts')}\`\`\``);

  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: 'line',
    name: 'Line',
    nodes: { ring: { type: 'start' } },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const startedAt = '2026-03-04T10:00:00.000Z';
  const call = {
    id: 'v3:a',
    legId: 'l',
    sessionId: 's',
    connectionId: null,
    seed: 'seed',
    from: '+13125550142',
    to: '+13125550100',
  };
  const payload = { call_control_id: 'v3:a', direction: 'incoming' };
  const initiated = { id: 'e', type: 'call.initiated', occurredAt: startedAt, payload };
  const ringing = { ...call, startedAt, direction: 'incoming' } as const;
  expect(firstCommands(reading.flow, ringing, { kind: 'carrier', event: initiated })).toEqual(['answer']);
});

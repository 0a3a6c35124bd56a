import { expect, test } from 'vitest';
import { refusal } from './refusal.ts';
import { webhookFields } from './webhooks.ts';

const { webhook_url, webhook_urls, webhook_retries_policies } = webhookFields;

test('another address is said to take the call away', () => {
  expect(webhook_url.meta()?.help).toContain('no longer to Gatherline');
  expect(webhook_urls.meta()?.help).toContain('no longer to Gatherline');
});

test('addresses by event are lists under the names of the carrier', () => {
  expect(
    refusal(webhook_urls, { 'call.hangup': ['https://example.com/a', '{{ vars.url }}'] }),
  ).toBeUndefined();
  expect(refusal(webhook_urls, { 'call.hangup': 'https://example.com/a' })).toContain('Write a list');
  expect(refusal(webhook_urls, { 'call.hangup': ['example.com'] })).toContain('full web address');
});

test('an attempt is repeated at most 5 times within 60 seconds', () => {
  const policy = (retries_ms: number[]) => ({ 'call.answered': { retries_ms } });
  expect(refusal(webhook_retries_policies, policy([12_000, 12_000, 12_000, 12_000, 12_000]))).toBeUndefined();
  expect(refusal(webhook_retries_policies, policy([60_001]))).toContain('60000 milliseconds');
  expect(refusal(webhook_retries_policies, policy([1, 2, 3, 4, 5, 6]))).toBe('Give at most 5 delays.');
  expect(refusal(webhook_retries_policies, policy([0.5]))).toContain('whole number of milliseconds');
});

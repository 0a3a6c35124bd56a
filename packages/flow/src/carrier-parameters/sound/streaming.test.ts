import { expect, test } from 'vitest';
import { deepfakeDetection } from '../legs/deepfake-detection.ts';
import { refusal } from '../parts/refusal.ts';
import { dialStreamFields, streamFields } from './streaming.ts';

test('the sound of a call goes to a secure WebSocket only', () => {
  expect(refusal(streamFields.stream_url, 'wss://example.com/stream')).toBeUndefined();
  expect(refusal(streamFields.stream_url, 'https://example.com/stream')).toContain(
    'wss://example.com/stream',
  );
});

test('a token has up to 4000 characters and is shown as a secret', () => {
  const token = dialStreamFields.stream_auth_token;
  expect(refusal(token, 'x'.repeat(4000))).toBeUndefined();
  expect(refusal(token, 'x'.repeat(4001))).toContain('to 4000 characters');
  expect(token.meta()?.control).toBe('secret');
});

test('a sample rate is one of the numbers of the carrier', () => {
  expect(refusal(dialStreamFields.stream_bidirectional_sampling_rate, 16000)).toBeUndefined();
  expect(refusal(dialStreamFields.stream_bidirectional_sampling_rate, '16000')).toContain('8000, 16000');
});

test('listening for a synthetic voice gives up in time', () => {
  expect(refusal(deepfakeDetection, { enabled: true, timeout: 5, rtp_timeout: 120 })).toBeUndefined();
  expect(refusal(deepfakeDetection, { enabled: true, timeout: 61 })).toContain('from 5 to 60');
  expect(refusal(deepfakeDetection, { enabled: true, rtp_timeout: 4 })).toContain('from 5 to 120');
  expect(refusal(deepfakeDetection, { timeout: 5 })).toBe('Choose yes (true) or no (false).');
});

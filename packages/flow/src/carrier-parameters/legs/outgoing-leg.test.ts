import { describe, expect, test } from 'vitest';
import { conferenceConfig, conferenceExclusive } from './conference.ts';
import { dialExclusive, dialParams } from './dial.ts';
import { refusal } from '../parts/refusal.ts';
import { transferExclusive, transferParams } from './transfer.ts';

const dialled = { to: '+13125550100', from: '+13125550101', connection_id: '1234567890' };

describe.each([
  ['dial', dialParams, dialled],
  ['transfer', transferParams, { to: '+13125550100' }],
] as const)('%s', (_, params, required) => {
  const refused = (fields: object) => refusal(params, { ...required, ...fields });

  test('needs no more than it must', () => {
    expect(refused({})).toBeUndefined();
  });

  test('rings for 5 to 600 seconds', () => {
    expect([5, 600].map((timeout_secs) => refused({ timeout_secs }))).toEqual([undefined, undefined]);
    expect([4, 601].map((timeout_secs) => refused({ timeout_secs }))).toEqual(
      Array(2).fill('Use a whole number of seconds from 5 to 600.'),
    );
  });

  test('lasts 30 to 14400 seconds', () => {
    expect([30, 14_400].map((time_limit_secs) => refused({ time_limit_secs }))).toEqual([
      undefined,
      undefined,
    ]);
    expect(refused({ time_limit_secs: 29 })).toContain('from 30 to 14400');
    expect(refused({ time_limit_secs: 14_401 })).toContain('from 30 to 14400');
  });

  test('shows a name of up to 128 plain characters', () => {
    expect(refused({ from_display_name: 'Clinic -_~!.+ 1' })).toBeUndefined();
    expect(refused({ from_display_name: 'x'.repeat(129) })).toContain('to 128 characters');
    expect(refused({ from_display_name: 'Café' })).toContain('letters, digits, spaces');
  });

  test('presses up to 64 keys on answering', () => {
    expect(refused({ send_digits_on_answer: `${'1'.repeat(58)}ADwW*#` })).toBeUndefined();
    expect(refused({ send_digits_on_answer: '1'.repeat(65) })).toContain('to 64 characters');
    expect(refused({ send_digits_on_answer: '200 1' })).toContain('w for half a second');
  });

  test('measures machines in whole units', () => {
    expect(refused({ answering_machine_detection_config: { beep_spectral_min_purity: 1 } })).toBeUndefined();
    expect(refused({ answering_machine_detection_config: { beep_spectral_min_purity: 1.1 } })).toContain(
      '0 to 1',
    );
    expect(refused({ answering_machine_detection_config: { silence_threshold: 0.5 } })).toContain(
      'whole number',
    );
  });
});

test('dial rings one number or several, and only one may carry keys', () => {
  const to = dialParams.shape.to;
  expect(refusal(to, ['+13125550100', 'sip:ana@example.com', '{{ vars.mobile }}'])).toBeUndefined();
  expect(refusal(to, '+13125550100,200')).toBeUndefined();
  expect(refusal(to, ['+13125550100,200'])).toContain('Write the number like +13125550100');
  expect(refusal(to, [])).toBe('Give at least one number.');
  expect(refusal(to, 5)).toContain('or a list of them');
});

test('a number to show is a telephone number', () => {
  expect(refusal(transferParams, { to: '+13125550100', from: '{{ call.from }}' })).toBeUndefined();
  expect(refusal(transferParams, { to: '+13125550100', from: 'sip:ana@example.com' })).toContain(
    'country code',
  );
});

test('a conference is named or known by its id', () => {
  expect(refusal(conferenceConfig, { conference_name: 'morning-round' })).toBeUndefined();
  expect(refusal(conferenceConfig, { id: 'morning-round' })).toContain('Copy the id');
});

test('sounds that exclude each other are named in pairs', () => {
  expect(dialExclusive).toEqual([['audio_url', 'media_name']]);
  expect(transferExclusive).toEqual([['audio_url', 'media_name']]);
  expect(conferenceExclusive).toEqual([['hold_audio_url', 'hold_media_name']]);
});

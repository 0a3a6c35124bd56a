import { expect, test } from 'vitest';
import { answerParams } from './answer.ts';
import { hangupParams } from './hangup.ts';
import { referParams } from './refer.ts';
import { refusal } from '../parts/refusal.ts';
import { sipFields, sipHeaders } from './sip.ts';

test('an extra header has a name and a value on one line', () => {
  const headers = (name: string, value: string) =>
    refusal(hangupParams, { custom_headers: [{ name, value }] });
  expect(headers('X-Account', '{{ vars.account }}')).toBeUndefined();
  expect(headers('X-Account', '')).toBeUndefined();
  expect(headers('X-Account', 'one\r\nVia: two')).toBe('Write the value on one line.');
  expect(headers('X Account:', 'one')).toBe('Write the name of the header, like X-Account.');
});

test('the carrier passes on one standard header', () => {
  expect(refusal(sipHeaders, [{ name: 'User-to-User', value: 'abc' }])).toBeUndefined();
  expect(refusal(sipHeaders, [{ name: 'Diversion', value: 'abc' }])).toBe('Choose one of: User-to-User.');
});

test('codecs are a list in the order of preference', () => {
  expect(refusal(sipFields.preferred_codecs, 'G722,PCMU, AMR-WB')).toBeUndefined();
  expect(refusal(sipFields.preferred_codecs, 'G722;PCMU')).toContain('List codecs with commas');
  expect(refusal(sipFields.preferred_codecs, 'MP3')).toContain('List codecs with commas');
});

test('answering knows one list of codecs', () => {
  expect(refusal(answerParams, { preferred_codecs: 'G722,PCMU,PCMA,G729,OPUS,VP8,H264' })).toBeUndefined();
  expect(refusal(answerParams, { preferred_codecs: 'G722' })).toContain('Choose one of');
});

test('the password of an account is shown as a secret, its name is not', () => {
  expect(sipFields.sip_auth_password.meta()?.control).toBe('secret');
  expect(sipFields.sip_auth_username.meta()?.control).toBeUndefined();
});

test('a call is handed over to a SIP address, not to a telephone number', () => {
  expect(
    refusal(referParams, { sip_address: 'sip:reception@pbx.example.com;transport=tls' }),
  ).toBeUndefined();
  expect(refusal(referParams, { sip_address: '{{ vars.desk }}' })).toBeUndefined();
  for (const sip_address of [undefined, '+13125550100', 'sip:reception', 'reception@pbx.example.com']) {
    expect(refusal(referParams, { sip_address })).toBe('Write a SIP address, like sip:ana@example.com.');
  }
});

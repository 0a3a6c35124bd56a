import { describe, expect, test } from 'vitest';
import { destination, phoneNumber, phoneNumberOrSip, uuid, webSocketUrl, webUrl } from './addresses.ts';
import { refusal } from '../parts/refusal.ts';

const numberCure = 'Write the number like +13125550100, or a SIP address like sip:ana@example.com.';

test.each([
  ['phoneNumber', phoneNumber()],
  ['phoneNumberOrSip', phoneNumberOrSip()],
  ['destination', destination()],
  ['webUrl', webUrl()],
  ['webSocketUrl', webSocketUrl({ insecure: false })],
  ['uuid', uuid()],
])('%s takes a template', (_, address) => {
  expect(refusal(address, '{{ vars.somewhere }}')).toBeUndefined();
});

describe('numbers', () => {
  test('are written as E.164 with up to 15 digits', () => {
    expect(refusal(phoneNumber(), '+13125550100')).toBeUndefined();
    expect(refusal(phoneNumber(), '+123456789012345')).toBeUndefined();
    for (const wrong of [
      '13125550100',
      '+1 312 555 0100',
      '+0312',
      '+1234567890123456',
      'sip:ana@example.com',
    ]) {
      expect(refusal(phoneNumber(), wrong)).toBe(
        'Write the number with + and the country code, like +13125550100.',
      );
    }
  });

  test('may be SIP addresses where the carrier dials', () => {
    for (const right of [
      'sip:ana@example.com',
      'sips:200@10.0.0.1:5061',
      'sip:ana@example.com;secure=srtp',
    ]) {
      expect(refusal(phoneNumberOrSip(), right)).toBeUndefined();
    }
    for (const wrong of [
      'ana@example.com',
      'sip:example.com',
      '3125550100',
      'sip:ana@',
      'tel:+13125550100',
    ]) {
      expect(refusal(phoneNumberOrSip(), wrong)).toBe(numberCure);
    }
  });

  test('carry up to 64 keys after a comma only where one number is dialled', () => {
    expect(refusal(destination(), '+18004247767,200')).toBeUndefined();
    expect(refusal(destination(), 'sip:ana@example.com,W2w0#')).toBeUndefined();
    expect(refusal(destination(), `+18004247767,${'1'.repeat(64)}`)).toBeUndefined();
    expect(refusal(destination(), `+18004247767,${'1'.repeat(65)}`)).toBe(numberCure);
    expect(refusal(destination(), '+18004247767,')).toBe(numberCure);
    expect(refusal(phoneNumberOrSip(), '+18004247767,200')).toBe(numberCure);
  });
});

test('web addresses are http or https', () => {
  expect(refusal(webUrl(), 'http://10.0.0.1:8080/a.mp3?x=1')).toBeUndefined();
  expect(refusal(webUrl(), 'https://example.com/orders/{id}')).toBeUndefined();
  for (const wrong of [
    'example.com/a.mp3',
    'ftp://example.com/a.mp3',
    'https://',
    'https://example.com/a b.mp3',
  ]) {
    expect(refusal(webUrl(), wrong)).toBe('Write a full web address, like https://example.com/welcome.mp3.');
  }
});

test('WebSocket addresses are wss, and ws only where the carrier allows it', () => {
  expect(refusal(webSocketUrl({ insecure: false }), 'wss://example.com/stream')).toBeUndefined();
  expect(refusal(webSocketUrl({ insecure: false }), 'ws://example.com')).toContain('wss://');
  expect(refusal(webSocketUrl({ insecure: true }), 'ws://example.com')).toBeUndefined();
  expect(refusal(webSocketUrl({ insecure: true }), 'https://example.com')).toContain('wss://');
});

test('ids of the portal are UUIDs', () => {
  expect(refusal(uuid(), 'f5586561-8ff0-4291-a0ac-84fe544797bd')).toBeUndefined();
  expect(refusal(uuid(), '12345')).toContain('Copy the id from the Telnyx portal');
});

import { expect, test } from 'vitest';
import { refusal } from '../parts/refusal.ts';
import { sendMessageParams } from './send-message.ts';

const { from, media_urls: mediaUrls, send_at: sendAt, text, to } = sendMessageParams.shape;

test('a message goes to a number or a short code', () => {
  expect(['+13125550100', '12345', '{{ call.from }}'].map((value) => refusal(to, value))).toEqual(
    Array(3).fill(undefined),
  );
  for (const wrong of [undefined, '', '312 555 0100', 'sip:ana@example.com', 'Clinic']) {
    expect(refusal(to, wrong)).toBe(
      'Write the number with + and the country code, like +13125550100, or a short code.',
    );
  }
});

test('a sender is a number, a short code or a name with a letter in it', () => {
  for (const sender of ['+13125550100', '12345', 'Clinic', '4 Paws Vet', '{{ call.to }}']) {
    expect(refusal(from, sender)).toBeUndefined();
  }
  for (const wrong of ['', 'Clinic Front Desk', 'Café', '123456789 0', ' Clinic']) {
    expect(refusal(from, wrong)).toBe(
      'Write a number like +13125550100, a short code, or a name of up to 11 letters, digits and spaces.',
    );
  }
});

test('the text may differ by language', () => {
  expect(refusal(text, { 'en-US': 'See you on Friday.', 'es-MX': 'Hasta el viernes.' })).toBeUndefined();
  expect(refusal(text, '')).toBe('Write the words of the message.');
  expect(refusal(text, ['Hello'])).toContain('Write the words of the message, or one text for each language');
});

test('pictures are web addresses', () => {
  expect(refusal(mediaUrls, ['https://example.com/map.png', '{{ vars.map }}'])).toBeUndefined();
  expect(refusal(mediaUrls, ['map.png'])).toContain('full web address');
  expect(refusal(mediaUrls, 'https://example.com/map.png')).toBe('Write a list, between [ and ].');
});

test('a later time has a zone', () => {
  for (const time of ['2026-06-01T09:00Z', '2026-06-01T09:00:00.000-05:00', '{{ vars.reminder }}']) {
    expect(refusal(sendAt, time)).toBeUndefined();
  }
  for (const wrong of ['2026-06-01T09:00:00', '2026-06-01', 'tomorrow', '']) {
    expect(refusal(sendAt, wrong)).toContain('Write a time with its zone, like 2026-06-01T09:00:00Z');
  }
});

test('a message needs no more than a receiver, as pictures may stand without words', () => {
  expect(refusal(sendMessageParams, { to: '+13125550100' })).toBeUndefined();
});

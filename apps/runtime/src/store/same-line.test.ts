import { expect, it } from 'vitest';
import { isSameLine, lineAmong } from './same-line.ts';

it.each([
  ['+13125550100', '13125550100'],
  ['13125550100', '+13125550100'],
  ['+13125550100', '3125550100'],
  ['+13125550100', '+1 (312) 555-0100'],
  ['+13125550100', '0013125550100'],
  ['+13125550100', 'sip:+13125550100@sip.telnyx.com;user=phone'],
  ['+13125550100', 'SIP:13125550100@192.0.2.1:5060'],
  ['+13125550100', 'tel:+1-312-555-0100'],
  ['+442079460018', '020 7946 0018'],
  ['sip:clinic@example.sip.telnyx.com', 'sip:clinic@Example.sip.telnyx.com:5060;transport=tls'],
  ['sip:clinic@example.sip.telnyx.com', 'clinic@example.sip.telnyx.com'],
])('takes a call to %s written as %s for the same line', (route, called) => {
  expect(isSameLine(route, called)).toBe(true);
});

it.each([
  ['+13125550100', '+13125550101'],
  ['+13125550100', '+442079460018'],
  ['+13125550100', '+443125550100'],
  ['+13125550100', '5550100'],
  ['+13125550100', ''],
  ['sip:clinic@example.com', 'sip:clinic@example.org'],
  ['sip:clinic@example.com', 'sip:Clinic2@example.com'],
])('tells the line %s from %s', (route, called) => {
  expect(isSameLine(route, called)).toBe(false);
});

it('prefers the route that is written as the carrier wrote the call', () => {
  expect(lineAmong(['+13125550100', '13125550100'], '13125550100')).toBe('13125550100');
});

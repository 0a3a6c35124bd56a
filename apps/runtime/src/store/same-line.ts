import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Tells which of these routes' numbers, if any, is the line that was called, however the carrier spells it. */
export function lineAmong(routed: readonly string[], called: string): string | undefined {
  const wanted = lineKey(called);
  return (
    routed.find((number) => number === called) ??
    routed.find((number) => lineKey(number) === wanted) ??
    routed.find((number) => isSameNumber(lineKey(number), wanted))
  );
}

/** Whether two routes are for one line. */
export function isSameLine(one: string, other: string): boolean {
  return lineAmong([one], other) !== undefined;
}

/** The digits of a number, be it a SIP address or not; of any other SIP address its user and host. */
export function lineKey(address: string): string {
  const uri = /^(?:sips?|tel):(.*)$/i.exec(address.trim())?.[1] ?? address.trim();
  const [account = ''] = uri.split(/[;?]/);
  const [user = '', host] = account.split('@');
  const digits = user.replaceAll(/[\s().-]/g, '').replace(/^(?:\+|00)/, '');
  if (/^\d+$/.test(digits)) return digits;
  return host === undefined ? user : `${user}@${host.replace(/:\d+$/, '').toLowerCase()}`;
}

const tailLength = 6;

/** As they are dialled within the country of the other: 020 7946 0018 for +44 20 7946 0018. */
function isSameNumber(one: string, other: string): boolean {
  const areAlike =
    /^\d+$/.test(one) && one.length > tailLength && one.slice(-tailLength) === other.slice(-tailLength);
  return areAlike && (isWithin(one, other) || isWithin(other, one));
}

function isWithin(whole: string, national: string): boolean {
  const number = parsePhoneNumberFromString(`+${whole}`);
  if (number?.country === undefined) return false;
  return parsePhoneNumberFromString(national, number.country)?.number === number.number;
}

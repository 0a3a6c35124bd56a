import { templated } from '../parts/text.ts';

const e164 = '\\+[1-9]\\d{1,14}';
const sipUri = '[sS][iI][pP][sS]?:[^\\s,@]+@[^\\s,@]+';
const shortCode = '\\d{3,8}';
const senderName = '(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ]{0,10}';
const digitsOnAnswer = '(?:,[0-9A-DwW*#]{1,64})?';

const numberOrSip = 'Write the number like +13125550100, or a SIP address like sip:ana@example.com.';

/** A telephone number in E.164. */
export function phoneNumber() {
  return templated({
    cure: 'Write the number with + and the country code, like +13125550100.',
    format: new RegExp(`^${e164}$`),
  });
}

/** A telephone number in E.164 or a SIP URI. */
export function phoneNumberOrSip() {
  return templated({ cure: numberOrSip, format: new RegExp(`^(?:${e164}|${sipUri})$`) });
}

/** As `phoneNumberOrSip`, with `,<digits>` allowed after it: keys to press once the other side answers. */
export function destination({ mayBeEmpty = false } = {}) {
  return templated({
    cure: numberOrSip,
    mayBeEmpty,
    format: new RegExp(`^(?:${e164}|${sipUri})${digitsOnAnswer}$`),
  });
}

/** A SIP URI. */
export function sipAddress() {
  return templated({
    cure: 'Write a SIP address, like sip:ana@example.com.',
    format: new RegExp(`^${sipUri}$`),
  });
}

/** Who gets a text message: a telephone number in E.164 or a short code. */
export function messageReceiver() {
  return templated({
    cure: 'Write the number with + and the country code, like +13125550100, or a short code.',
    format: new RegExp(`^(?:${e164}|${shortCode})$`),
  });
}

/** Who sends a text message: as `messageReceiver`, or a name of 1 to 11 characters. */
export function messageSender() {
  return templated({
    cure: 'Write a number like +13125550100, a short code, or a name of up to 11 letters, digits and spaces.',
    format: new RegExp(`^(?:${e164}|${shortCode}|${senderName})$`),
  });
}

/** An http or https address. */
export function webUrl() {
  return templated({
    cure: 'Write a full web address, like https://example.com/welcome.mp3.',
    format: /^https?:\/\/[^\s/?#]+\S*$/i,
  });
}

/** A WebSocket address; `insecure` also lets ws:// pass. */
export function webSocketUrl({ insecure }: { insecure: boolean }) {
  return templated({
    cure: 'Write a WebSocket address, like wss://example.com/stream.',
    format: insecure ? /^wss?:\/\/[^\s/?#]+\S*$/i : /^wss:\/\/[^\s/?#]+\S*$/i,
  });
}

/** A UUID, as the carrier's portal shows it. */
export function uuid() {
  return templated({
    cure: 'Copy the id from the Telnyx portal, like f5586561-8ff0-4291-a0ac-84fe544797bd.',
    format: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  });
}

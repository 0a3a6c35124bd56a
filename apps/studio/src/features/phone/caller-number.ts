const KEY = 'gatherline.phone.from';

const numberHelp = 'Write the number with + and the country code, like +13125550142.';

/** The number the flow sees, as it was last dialled from; empty for the phone's own. */
export function rememberedNumber(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function rememberNumber(number: string): void {
  localStorage.setItem(KEY, number);
}

/** What is wrong with a caller's number; `undefined` when it can be dialled from. */
export function numberComplaint(number: string): string | undefined {
  const isFine = number === '' || /^\+[1-9]\d{1,14}$/.test(number) || /^sips?:\S+@\S+$/i.test(number);
  return isFine ? undefined : numberHelp;
}

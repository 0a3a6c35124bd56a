const withheld =
  /^\+?(?:sips?:)?(?:anonymous|restricted|unavailable|unknown|private|blocked|withheld)(?:@\S*)?$/i;

/** Whether a caller shows no number: what the carrier writes in its place is nothing that could be called or shown. */
export function isWithheld(number: string): boolean {
  return number.trim() === '' || withheld.test(number.trim());
}

const LONGEST = 64;

/** A snake_case id for a name in any words, not among `taken`: "Clinic front desk" becomes `clinic_front_desk`. */
export function proposeId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
  const stem = plain === '' ? 'flow' : plain;
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : `_${count}`;
    const id = `${stem.slice(0, LONGEST - ending.length)}${ending}`;
    if (!taken.includes(id)) return id;
  }
}

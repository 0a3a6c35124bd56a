const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Record<string, number> = { thousand: 1000, million: 1_000_000 };

/** The first number in what somebody said, in digits or in English words; null when there is none. */
export function numberIn(text: string): number | null {
  const inDigits = /-?\d+(?:[.,]\d+)?/.exec(text);
  if (inDigits !== null) return Number(inDigits[0].replace(',', '.'));
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const begin = words.findIndex(isNumberWord);
  if (begin === -1) return null;
  const negative = words[begin - 1] === 'minus';
  const value = valueOf(numberPart(words.slice(begin)));
  return negative ? -value : value;
}

function isNumberWord(word: string): boolean {
  return units.includes(word) || tens.includes(word) || word === 'hundred' || Object.hasOwn(scales, word);
}

/** Number words and the joints between them: "one hundred and five", "two point five". */
function numberPart(words: readonly string[]): string[] {
  const part: string[] = [];
  for (const [index, word] of words.entries()) {
    const isJoint = (word === 'and' || word === 'point') && isNumberWord(words[index + 1] ?? '');
    if (!isJoint && !isNumberWord(word)) break;
    part.push(word);
  }
  return part;
}

function valueOf(words: readonly string[]): number {
  const point = words.indexOf('point');
  if (point !== -1) {
    const decimals = words.slice(point + 1).map((word) => units.indexOf(word));
    return Number(
      `${wholeValueOf(words.slice(0, point))}.${decimals.filter((digit) => digit >= 0).join('')}`,
    );
  }
  return wholeValueOf(words);
}

function wholeValueOf(words: readonly string[]): number {
  const digits = words.map((word) => units.indexOf(word));
  // "four two one" is read out digit by digit: 421, not 7.
  if (words.length > 1 && digits.every((digit) => digit >= 0 && digit < 10)) return Number(digits.join(''));
  let total = 0;
  let group = 0;
  for (const word of words) {
    const scale = scales[word];
    if (word === 'hundred') group = Math.max(group, 1) * 100;
    else if (scale !== undefined) {
      total += Math.max(group, 1) * scale;
      group = 0;
    } else group += simpleValueOf(word);
  }
  return total + group;
}

function simpleValueOf(word: string): number {
  if (units.includes(word)) return units.indexOf(word);
  if (tens.includes(word)) return (tens.indexOf(word) + 2) * 10;
  return 0;
}

/** Nobody enters more: what is longer was made of it, and is looked for as it is. */
const LONGEST_ENTERED = 64;

/** Sizes of the groups in which keys are read out or printed. */
const GROUPS = [1, 2, 3, 4];

/** What stands between two letters that are told one by one: signs and blanks, or a pause of SSML; everywhere the same. */
const BETWEEN = String.raw`(?:<[^<>]{1,80}>|[^\p{L}\p{N}<>]){1,12}?`;

/** From this length on a text is found inside any other; a shorter one would be found in words where it does not stand. */
const LONG = 4;

export function isLong({ length }: string): boolean {
  return length >= LONG;
}

/**
 * A pattern of every spelling in which texts can be read again without a key; `null` when there is nothing to look for.
 * One of two or three letters counts only as a word of its own, one of a single letter not at all.
 */
export function spellingsPattern(texts: readonly string[]): RegExp | null {
  const words = texts.filter(({ length }) => length > 1 && length < LONG);
  const long = texts.filter(isLong);
  const fixed = [...new Set(long.flatMap(fixedSpellings))].toSorted((a, b) => b.length - a.length);
  const patterns = [
    ...texts.filter(({ length }) => length > 1).flatMap((text, index) => spacedSpellings(text, index)),
    ...fixed.map(escaped),
    ...words.map((word) => `(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`),
  ];
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'gu');
}

/** As it is, turned round, and in the codes that libraries know: base64 wherever it begins, hex, escapes of URLs, JSON and HTML. */
function fixedSpellings(text: string): readonly string[] {
  if (text.length > LONGEST_ENTERED) return [text];
  const codes = [...new TextEncoder().encode(text)];
  const hex = (prefix: string) => codes.map((code) => prefix + code.toString(16).padStart(2, '0')).join('');
  const anyCase = [hex(''), hex('%'), hex('%25'), hex('\\x'), hex('\\u00')];
  return [
    text,
    Array.from(text).toReversed().join(''),
    ...anyCase,
    ...anyCase.map((spelling) => spelling.toUpperCase()),
    codes.map((code) => `&#${code};`).join(''),
    ...base64Cores(codes),
  ];
}

/** The letters of base64 that a text decides alone, for each of the three places at which it may begin among others. */
export function base64Cores(bytes: readonly number[]): readonly string[] {
  return [0, 1, 2].map((before) => {
    const all = [...Array.from({ length: before }, () => 0), ...bytes];
    const encoded = btoa(String.fromCharCode(...all));
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
  });
}

/** Letter by letter and in groups; a longer row of such groups is something else, such as a moment or a telephone number. */
function spacedSpellings(text: string, at: number): readonly string[] {
  const letters = Array.from(text);
  if (letters.length > LONGEST_ENTERED || !/^[\p{L}\p{N}*#]+$/u.test(text)) return [];
  const grouped = GROUPS.flatMap((size) => [groupsOf(letters, size), groupsFromEnd(letters, size)]);
  const rows = new Map(
    grouped.filter((row) => row.length > 1).map((row) => [row.map(escaped).join(' '), row]),
  );
  return [...rows.values()].map((row, index) => {
    const between = `s${at}_${index}`;
    const [first = '', ...rest] = row.map(escaped);
    const spelled = `${first}(?<${between}>${BETWEEN})${rest.join(`\\k<${between}>`)}`;
    return row.length === letters.length ? spelled : `(?<!\\p{N})${spelled}(?!\\p{N}|\\k<${between}>\\p{N})`;
  });
}

function groupsOf(letters: readonly string[], size: number, first = size): readonly string[] {
  const rest = Array.from({ length: Math.ceil((letters.length - first) / size) }, (_, index) =>
    letters.slice(first + index * size, first + (index + 1) * size).join(''),
  );
  return [letters.slice(0, first).join(''), ...rest];
}

function groupsFromEnd(letters: readonly string[], size: number): readonly string[] {
  const first = letters.length % size;
  return groupsOf(letters, size, first === 0 ? size : first);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

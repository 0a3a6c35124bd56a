const gsmCharacters = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'.split(
    '',
  ),
);
/** These take the room of two. */
const gsmDoubles = new Set('^{}\\[~]|€'.split(''));

type Parts = { encoding: 'GSM-7' | 'UCS-2'; parts: number };

/** How a text message is sent: its alphabet, and in how many parts that makes. */
export function partsOf(text: string, wanted: 'auto' | 'gsm7' | 'ucs2' = 'auto'): Parts {
  const characters = text.split('');
  const fitsGsm = characters.every((one) => gsmCharacters.has(one) || gsmDoubles.has(one));
  if (wanted === 'ucs2' || !fitsGsm) return { encoding: 'UCS-2', parts: split(text.length, 70, 67) };
  const length = characters.length + characters.filter((one) => gsmDoubles.has(one)).length;
  return { encoding: 'GSM-7', parts: split(length, 160, 153) };
}

function split(length: number, alone: number, each: number): number {
  return length <= alone ? 1 : Math.ceil(length / each);
}

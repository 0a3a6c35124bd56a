import { plain } from './plain.ts';

const goodbyes = [
  'bye',
  'goodbye',
  'good bye',
  'see you later',
  'adiós',
  'adios',
  'hasta luego',
  'tschüss',
  'auf wiedersehen',
  'au revoir',
];
const enough = new Set(['that s all', 'that is all', 'that s it', 'nothing else']);

const human =
  '(?:human|person|someone|somebody|operator|agent|representative|receptionist|persona|representante|mensch|mitarbeiter)';
const wishesForHuman = [
  new RegExp(`\\b(?:speak|talk|connect|transfer|put)\\b.*\\b${human}\\b`),
  new RegExp(`\\b(?:real|live) ${human}\\b`),
  new RegExp(`^(?:an? |the )?${human}(?: please)?$`),
  /\bhablar con\b/,
];

/** Whether somebody says that they are done with talking. */
export function saysGoodbye(text: string): boolean {
  const said = plain(text);
  return enough.has(said) || goodbyes.some((goodbye) => ` ${said} `.includes(` ${goodbye} `));
}

/** Whether somebody wants to talk to a person instead of an assistant. */
export function asksForHuman(text: string): boolean {
  const said = plain(text);
  return wishesForHuman.some((wish) => wish.test(said));
}

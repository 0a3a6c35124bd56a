import { v5 } from 'uuid';

const namespace = '6f5a2f0e-55a6-5d1c-9a53-0c1c2c1f7b10';

/** The UUID that belongs to a name: the same name always gives the same one. */
export function uuidOf(name: string): string {
  return v5(name, namespace);
}

/** A handle in the carrier's form: `v3:` and 40 bytes in base64url. */
export function callControlIdOf(name: string): string {
  const bytes = new Uint8Array(48);
  for (const part of [0, 1, 2]) v5(`${name}/${part}`, namespace, bytes, part * 16);
  const base64 = btoa(String.fromCharCode(...bytes.subarray(0, 40)));
  return `v3:${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

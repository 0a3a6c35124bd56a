import type { Flow, JsonObject } from '@gatherline/flow';
import { v5 } from 'uuid';
import type { Call } from './call.ts';

/*
 * The engine never learns a secret. A template that names one renders a mark, which the runtime replaces when it sends an
 * HTTP request. A mark begins and ends with characters that no text holds (Unicode keeps them for such use) and carries a
 * seal of this call that nobody outside can know, so neither a caller nor a server can make one up.
 */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const NAMESPACE = '0d2c6a0e-7a0f-5a83-9d59-0b6f7f2f1a55';
const MARK = new RegExp(`${OPEN}[0-9a-f-]{36}:([a-z0-9_]+)${CLOSE}`, 'g');

/** The seal of this call's marks; whoever replaces a mark must hold it against this one. */
export function sealOf({ seed }: Pick<Call, 'seed'>): string {
  return v5(seed, NAMESPACE);
}

/** A mark for each secret that the flow declares, by its name. */
export function secretMarks({ resources }: Flow, call: Pick<Call, 'seed'>): JsonObject {
  const names = Object.entries(resources).flatMap(([name, { type }]) => (type === 'secret' ? [name] : []));
  if (names.length === 0) return {};
  const seal = sealOf(call);
  return Object.fromEntries(names.map((name) => [name, `${OPEN}${seal}:${name}${CLOSE}`]));
}

/** The same text with each mark written as a person may read it. */
export function withoutMarks(text: string): string {
  return text.includes(OPEN) ? text.replaceAll(MARK, '[secret $1]') : text;
}

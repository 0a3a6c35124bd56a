import { type Decision, type Flow, type JsonObject, secretMark, texts } from '@gatherline/flow';
import { v5 } from 'uuid';
import type { Call } from './call.ts';

/*
 * The engine never learns a secret. A template that names one renders a mark, which the runtime replaces when it sends an
 * HTTP request. A mark begins and ends with characters that no text holds (Unicode keeps them for such use) and carries a
 * seal of this call that nobody outside can know, so neither a caller nor a server can make one up.
 */
const { open: OPEN, close: CLOSE } = secretMark;
const NAMESPACE = '0d2c6a0e-7a0f-5a83-9d59-0b6f7f2f1a55';
const MARK = new RegExp(`${OPEN}[0-9a-f-]{36}:([a-z0-9_]+)${CLOSE}`, 'g');

/** The seal of this call's marks; whoever replaces a mark must hold it against this one. */
export function sealOf({ seed }: Pick<Call, 'seed'>): string {
  return v5(seed, NAMESPACE);
}

/** A mark for each secret that the flow declares, by its name. */
export function secretMarks(flow: Flow, call: Pick<Call, 'seed'>): JsonObject {
  const names = secretsOf(flow);
  if (names.length === 0) return {};
  const seal = sealOf(call);
  return Object.fromEntries(names.map((name) => [name, `${OPEN}${seal}:${name}${CLOSE}`]));
}

/** The same text with each mark written as a person may read it. */
export function withoutMarks(text: string): string {
  return text.includes(OPEN) ? text.replaceAll(MARK, '[secret $1]') : text;
}

/** Names of the secrets that a flow declares. */
export function secretsOf({ resources }: Flow): readonly string[] {
  return Object.entries(resources).flatMap(([name, { type }]) => (type === 'secret' ? [name] : []));
}

/** Why a decision can not be carried out: a secret would be heard, sent to the carrier or kept. `null` when none would. */
export function strayingSecret(
  { commands, outputs, variables, ...decision }: Decision,
  call: Pick<Call, 'seed'>,
): string | null {
  const inputs = decision.kind === 'enter_flow' ? decision.inputs : {};
  const values = decision.kind === 'return' ? decision.values : {};
  const open = commands.filter(({ via }) => via !== 'http').map(({ params }) => params);
  for (const kept of [...open, { ...variables }, { ...inputs }, { ...values }, { ...outputs }]) {
    for (const [at, text] of texts(kept, [])) {
      const name = nameIn(text, call);
      if (name !== null) return misplaced(at.join('.'), name);
    }
  }
  return null;
}

/** A mark that somebody else wrote means nothing, and is no reason to stop. */
function nameIn(text: string, call: Pick<Call, 'seed'>): string | null {
  const mark = text.includes(OPEN) ? `${OPEN}${sealOf(call)}:` : null;
  return mark !== null && text.includes(mark) ? (text.split(mark)[1]?.split(CLOSE)[0] ?? '') : null;
}

function misplaced(param: string, name: string): string {
  return `${param}: The secret ${name} only goes out in a request to a server. Take it out here, or keep the value as a text if everybody may know it.`;
}

/** Why a parameter can not be used in which a filter changes a secret. */
export function changedSecretComplaint(param: string, name: string): string {
  return `${param}: A filter changes the secret ${name}, which is filled in only when the request goes out. Write it alone, as {{ resources.${name} }}, and keep it in the form in which the server wants it.`;
}

import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import type { TraceEntry } from '@gatherline/engine';
import { describe, expect, it } from 'vitest';
import { playConversation } from './play-conversation.ts';

const calls = readyMadeConversations()
  .filter(({ conversation }) => conversation.flow === 'pin_balance')
  .map((file) => {
    const reading = flowOf(file);
    if (!reading.ok) throw new Error(reading.message);
    const { trace } = playConversation(file.conversation, { flow: reading.flow });
    return { name: file.path.split('/').at(-1) ?? '', conversation: file.conversation, trace };
  });

describe('a call in which account number and PIN are entered', () => {
  it.each(calls)('has none of their digits in its trace: $name', ({ conversation, trace }) => {
    const entered = conversation.steps
      .flatMap((step) => ('presses' in step ? [step.presses.replace('#', '')] : []))
      .filter((digits) => digits.length >= 4);
    const told = JSON.stringify(trace.map(withoutNamesAndTimes));
    expect(entered.filter((digits) => told.includes(digits))).toEqual([]);
    expect(trace.flatMap(keysIn).filter((keys) => /[0-9]/.test(String(keys)))).toEqual([]);
  });

  it.each([
    ['third-wrong-pin.json', 'Three wrong PINs; the account is locked for telephone banking.'],
    ['unknown-account-twice.json', 'The account number was not found.'],
    ['time-out.json', 'The PIN could not be checked.'],
    ['talks-to-the-operator.json', 'Ana Lopez, who has given the right PIN.'],
  ])('tells the operator what it is about: %s', (name, words) => {
    const call = calls.find((one) => one.name === name);
    const whispered = call?.trace.flatMap((entry) =>
      entry.kind === 'sent' && entry.node === 'operator' && entry.action === 'gather_using_speak'
        ? [entry.body.payload]
        : [],
    );
    expect(whispered).toEqual([expect.stringContaining(words)]);
  });
});

/** What a trace line tells of keys that were pressed, one by one or together. */
function keysIn(entry: TraceEntry): readonly unknown[] {
  if ('payload' in entry) return [entry.payload.digit, entry.payload.digits];
  const isAsked = entry.kind === 'set' && ['account', 'pin'].includes(entry.node);
  return isAsked ? [entry.outputs?.digits] : [];
}

/** Ids and times are full of digits that nobody has entered. */
function withoutNamesAndTimes({ at: _at, ...entry }: TraceEntry): object {
  const text = JSON.stringify(entry, (key, value: unknown) =>
    /(?:_id|^until|_at|^occurred_at|client_state)$/.test(key) ? undefined : value,
  );
  return JSON.parse(text);
}

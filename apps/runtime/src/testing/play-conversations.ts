import { createHash } from 'node:crypto';
import { type ConversationFile, flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import type { Accidents } from '@gatherline/emulator';
import { playOver, type Verdict } from '@gatherline/player';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { AtEnd } from './at-end.ts';
import { type ConversationHarness, openConversationHarness } from './conversation-harness.ts';

interface Shard {
  readonly shard: number;
  readonly of: number;
}

/**
 * A test for each conversation of a shard of those that come with Gatherline, over HTTP at one service. The seed of the
 * run decides which of them, about half, meet with accidents.
 */
export function playConversations({ shard, of }: Shard): void {
  const seed = inject('conversationsSeed');
  const bothWays = inject('conversationsBothWays');
  const play = createPlayer();
  const plays = readyMadeConversations()
    .filter((_, index) => index % of === shard - 1)
    .map((file) => {
      const name = file.path.split('/').slice(-2).join('/');
      return { file, name, ...luckOf(name, seed) };
    });

  const inOrder = plays.filter(({ isUpset }) => bothWays || !isUpset);
  describe(`over HTTP, in order, ends as it says (seed ${seed})`, () => {
    it.each(inOrder)('$name', async ({ file }) => {
      expect(await play(file, {})).toEqual({ ok: true });
    });
  });

  const upset = plays.filter(({ isUpset }) => bothWays || isUpset);
  describe(`over HTTP, with a fifth of the webhooks coming twice and a fifth late, ends as it says (seed ${seed})`, () => {
    it.each(upset)('$name', async ({ file, accidents }) => {
      expect(await play(file, accidents)).toEqual({ ok: true });
    });
  });
}

/** What befalls a conversation does not depend on which others are played. */
function luckOf(name: string, seed: number): { readonly isUpset: boolean; readonly accidents: Accidents } {
  const drawn = createHash('sha256').update(`${seed} ${name}`).digest();
  const accidents = { duplicate: 0.2, reorder: 0.2, seed: drawn.readUInt32BE(1) };
  return { isUpset: drawn.readUInt8(0) % 2 === 0, accidents };
}

type Outcome = Verdict & { readonly reasons?: readonly object[] };

/** One service plays them all, until it fails at one: those that follow get a new one. */
function createPlayer(): (file: ConversationFile, accidents: Accidents) => Promise<Outcome> {
  const opened: Parameters<AtEnd>[0][] = [];
  let harness: ConversationHarness | null = null;
  afterAll(async () => {
    for (const close of opened.toReversed()) await close();
  });

  return async (file, accidents) => {
    const reading = flowOf(file);
    if (!reading.ok) throw new Error(`${file.path}: ${reading.message}`);
    const used = harness ?? (await openConversationHarness((close) => void opened.push(close)));
    harness = null;
    const line = await used.open(file.conversation, { flow: reading.flow, accidents });
    const verdict = await playOver(line, file.conversation);
    if (!verdict.ok) return { ...verdict, reasons: await line.reasons() };
    harness = used;
    return verdict;
  };
}

import type { Heard } from '../model/heard.ts';
import type { JsonObject } from '../model/json.ts';
import { isSaying, tellHeard, wordsOf } from './heard-in-words.ts';
import type { PhoneLine } from './phone-line.ts';

/** The person on the phone. Each verb resolves once what follows from it has happened. */
export type Caller = {
  /** Listens until this has been said to its end (or was cut). Text is looked for without regard to case. */
  hears(what: string | RegExp): Promise<Heard>;
  /** Listens until this begins to be said, to act in the middle of it. */
  beginsToHear(what: string | RegExp): Promise<Heard>;
  /** Listens until the call is over. */
  hearsTheEnd(): Promise<Heard>;
  presses(digits: string): Promise<void>;
  /** `fills`: fields of an assistant's questions that these words answer. */
  says(text: string, fills?: JsonObject): Promise<void>;
  /** Says and presses nothing for so long; without a length, until something new is heard. */
  staysSilent(ms?: number): Promise<void>;
  waits(ms: number): Promise<void>;
  answers(): Promise<void>;
  declines(): Promise<void>;
  hangsUp(): Promise<void>;
};

export type CallerOptions = {
  /** How long a person listens for something before giving up, ms on the line's clock. */
  patienceMs?: number;
};

/** The conversation went another way than the caller expected. */
export class NotHeardError extends Error {
  readonly code = 'NOT_HEARD';
  override readonly name = 'NotHeardError';
}

/** A person with this phone in their hand. */
export function createCaller(line: PhoneLine, { patienceMs = 600_000 }: CallerOptions = {}): Caller {
  const ears = { cursor: 0 };
  const listen = (isIt: (heard: Heard) => boolean, what: string) =>
    listenFor(line, ears, { isIt, what, patienceMs });
  const act = async (one: Parameters<PhoneLine['act']>[0]) => {
    await line.act(one);
    await line.settled();
  };
  const waits = async (ms: number) => {
    const untilMs = line.now() + ms;
    await line.settled();
    while (await line.advance(untilMs)) await line.settled();
    await line.reach(untilMs);
    await line.settled();
  };
  const beginsToHear = (what: string | RegExp) =>
    listen((heard) => matches(heard, what), `to hear ${quote(what)}`);
  return {
    beginsToHear,
    async hears(what) {
      const heard = await beginsToHear(what);
      await hearOut(line, heard);
      return heard;
    },
    hearsTheEnd: () => listen(({ kind }) => kind === 'hung_up', 'the call to end'),
    presses: (digits) => act({ kind: 'press', digits }),
    says: (text, fills) => act({ kind: 'say', text, fills }),
    answers: () => act({ kind: 'answer' }),
    declines: () => act({ kind: 'decline' }),
    hangsUp: () => act({ kind: 'hang_up' }),
    waits,
    staysSilent: (ms) => (ms === undefined ? waitForNews(line, patienceMs) : waits(ms)),
  };
}

type Listening = { isIt: (heard: Heard) => boolean; what: string; patienceMs: number };

async function listenFor(line: PhoneLine, ears: { cursor: number }, { isIt, what, patienceMs }: Listening) {
  const untilMs = line.now() + patienceMs;
  for (;;) {
    await line.settled();
    const since = line.heardSince(ears.cursor);
    const heard = since.find(isIt);
    if (heard !== undefined) {
      ears.cursor = heard.seq;
      return heard;
    }
    const isOver = since.some(({ kind }) => kind === 'hung_up');
    const goesOn = !isOver && ((await line.advance(untilMs)) || (await line.isActive()));
    if (!goesOn) throw new NotHeardError(`Expected ${what}, but heard ${tellHeard(since)}.`);
  }
}

/** Lets time go on until what is being said is over. What has no end is not waited for. */
async function hearOut(line: PhoneLine, heard: Heard): Promise<void> {
  if (!isSaying(heard) || heard.endless) return;
  const isOver = () => line.heardSince(heard.seq).some((one) => endOf(one) === heard.seq);
  for (let timeGoesOn = true; timeGoesOn && !isOver(); ) {
    timeGoesOn = await line.advance();
    await line.settled();
  }
}

function endOf(heard: Heard): number | null {
  return heard.kind === 'said' || heard.kind === 'cut' ? heard.of : null;
}

async function waitForNews(line: PhoneLine, patienceMs: number): Promise<void> {
  await line.settled();
  const untilMs = line.now() + patienceMs;
  const cursor = line.heardSince(0).at(-1)?.seq ?? 0;
  const isNews = () => line.heardSince(cursor).some((heard) => wordsOf(heard) !== '');
  for (let timeGoesOn = true; timeGoesOn && !isNews(); ) {
    timeGoesOn = await line.advance(untilMs);
    await line.settled();
  }
}

function matches(heard: Heard, what: string | RegExp): boolean {
  const words = wordsOf(heard);
  if (words === '') return false;
  return typeof what === 'string' ? plain(words).includes(plain(what)) : what.test(words);
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase();
}

function quote(what: string | RegExp): string {
  return typeof what === 'string' ? `"${what}"` : String(what);
}

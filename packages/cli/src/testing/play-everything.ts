import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import { playConversation } from '@gatherline/player';

/** What a run of all conversations tells at its end. */
export interface Told {
  readonly played: number;
  readonly failures: readonly string[];
  /** Times at which a conversation took longer than any conversation takes: the process stood still. */
  readonly pauses: number;
}

const PAUSE_MS = 200;

function refuse(what: string): () => never {
  return () => {
    throw new Error(`The engine looks at ${what}.`);
  };
}

/** From here on whoever asks the machine for the time or for chance fails. */
function hideClockAndDice(): void {
  const now = refuse('the clock');
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => (given.length === 0 ? now() : Reflect.construct(target, given)),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  performance.now = now;
  Math.random = refuse('chance');
}

function playEverything(nowMs: () => number): Told {
  const files = readyMadeConversations();
  const failures: string[] = [];
  let pauses = 0;
  for (const file of files) {
    const beganMs = nowMs();
    const reading = flowOf(file);
    const failure = reading.ok
      ? playConversation(file.conversation, { flow: reading.flow }).failure?.message
      : reading.message;
    if (failure !== undefined) failures.push(`${file.path}: ${failure}`);
    if (nowMs() - beganMs >= PAUSE_MS) pauses += 1;
  }
  return { played: files.length, failures, pauses };
}

const nowMs = performance.now.bind(performance);
if (process.argv.includes('--without-clock')) hideClockAndDice();
process.stdout.write('{"begun":true}\n');
process.stdout.write(`${JSON.stringify(playEverything(nowMs))}\n`);

import { createInterface } from 'node:readline/promises';
import { createHarness, type Harness, perform, viewOf } from '@gatherline/player';
import { readCallToPlay } from './call-to-play.ts';
import { toDialogueLine } from './dialogue-line.ts';

const HELP = 'Numbers are keys, text is said, an empty line is silence, q hangs up.';

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Lets the person at the terminal call a flow; time passes only while something is said or the caller stays silent. */
export async function playInteractively(path: string, { input, output }: Terminal): Promise<void> {
  const say = (line: string) => void output.write(`${line}\n`);
  const { flow, conversation } = readCallToPlay(path);
  const harness = createHarness(flow, conversation);
  const lines = createInterface({ input, output });
  let told = 0;
  const listen = () => {
    hearOut(harness);
    const news = harness.story.slice(told).filter(({ who }) => who !== 'caller');
    for (const line of news.toSorted((a, b) => a.atMs - b.atMs)) say(toDialogueLine(line));
    told = harness.story.length;
  };
  say(HELP);
  listen();
  lines.setPrompt('> ');
  lines.prompt();
  for await (const line of lines) {
    act(harness, line.trim());
    listen();
    if (harness.call.state === 'ended') break;
    lines.prompt();
  }
  lines.close();
}

function act(harness: Harness, line: string): void {
  if (line === 'q') perform(harness, { do: 'act', act: { kind: 'hang_up' } });
  else if (line === '') perform(harness, { do: 'advance' });
  else if (/^[0-9*#]+$/.test(line)) perform(harness, { do: 'act', act: { kind: 'press', digits: line } });
  else perform(harness, { do: 'act', act: { kind: 'say', text: line } });
}

/** Lets what is being said come to its end; then it is the caller's turn. */
function hearOut(harness: Harness): void {
  while (isSpeaking(harness) && !viewOf(harness).isQuiet) perform(harness, { do: 'advance' });
}

function isSpeaking({ heard, call }: Harness): boolean {
  if (call.state === 'ended') return false;
  const over = new Set(heard.flatMap((one) => (one.kind === 'said' || one.kind === 'cut' ? [one.of] : [])));
  return heard.some((one) => 'durationMs' in one && !one.endless && !over.has(one.seq));
}

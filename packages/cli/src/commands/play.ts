import { flowOf } from '@gatherline/conversations/files';
import { playConversation, type StoryLine } from '@gatherline/player';
import { type Outcome, UsageError } from '../outcome.ts';
import { read } from './test.ts';

const speakers = { line: 'Line   ', caller: 'Caller ', event: '       ' } as const;

/** Plays one conversation and tells it as a dialogue. */
export function playFile(path: string): Outcome {
  const [file, ...others] = read(path);
  if (file === undefined || others.length > 0)
    throw new UsageError(`${path} is not one conversation; name a file.`);
  const reading = flowOf(file);
  if (!reading.ok) throw new UsageError(reading.message);
  const { ok, failure, story, exitsLeft } = playConversation(file.conversation, { flow: reading.flow });
  return {
    ok,
    lines: [
      file.conversation.name,
      '',
      ...story.map(toLine),
      ...(failure === undefined ? [] : ['', failure.message]),
    ],
    json: { name: file.conversation.name, ok, failure: failure ?? null, story, exits: exitsLeft },
  };
}

/** One line of a call with the time that has passed since it began. */
export function toLine({ atMs, who, text }: StoryLine): string {
  const seconds = Math.floor(atMs / 1000);
  const clock = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return `${clock}  ${speakers[who]} ${text}`;
}

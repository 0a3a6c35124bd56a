import { flowOf } from '@gatherline/conversations/files';
import { playConversation } from '@gatherline/player';
import { type Outcome, UsageError } from '../outcome.ts';
import { toDialogueLine } from './dialogue-line.ts';
import { read } from './test.ts';

/** Plays one conversation and prints it as a dialogue that says why the call goes as it does. */
export function playFile(path: string): Outcome {
  const [file, ...others] = read(path);
  if (file === undefined || others.length > 0)
    throw new UsageError(`${path} is not one conversation; name a file.`);
  const reading = flowOf(file);
  if (!reading.ok) throw new UsageError(reading.message);
  const { ok, failure, story, reasons, exitsLeft } = playConversation(file.conversation, {
    flow: reading.flow,
  });
  return {
    ok,
    lines: [
      file.conversation.name,
      '',
      ...story.map(toDialogueLine),
      ...(failure === undefined ? [] : ['', failure.message]),
    ],
    json: { name: file.conversation.name, ok, failure: failure ?? null, story, reasons, exits: exitsLeft },
  };
}

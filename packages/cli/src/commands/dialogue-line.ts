import type { StoryLine } from '@gatherline/player';

const speakers = { line: 'Line   ', caller: 'Caller ', event: '       ', reason: 'Why    ' } as const;

/** One line of a call with the time that has passed since it began. */
export function toDialogueLine({ atMs, who, text }: StoryLine): string {
  const seconds = Math.floor(atMs / 1000);
  const clock = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return `${clock}  ${speakers[who]} ${text}`;
}

import { parseConversation } from '@gatherline/conversations';
import { readFlow } from '@gatherline/flow';
import { playConversation } from '@gatherline/player';

/** Nothing when a call to a flow goes as it was written down; else what went otherwise, and why. */
export function complaintsAbout(flowText: string, call: unknown): readonly string[] {
  const flow = readFlow(flowText);
  const reading = parseConversation(call);
  if (!flow.ok || !reading.ok) return ['The flow or the call can not be read.'];
  const { failure, reasons } = playConversation(reading.conversation, { flow: flow.flow });
  return failure === undefined ? [] : [failure.message, ...reasons.map(({ text }) => text)];
}

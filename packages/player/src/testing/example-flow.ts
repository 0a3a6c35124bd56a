import { parseConversation } from '@gatherline/conversations';
import { type Flow, parseFlow } from '@gatherline/flow';
import { type Playing, playConversation } from '../play-conversation.ts';

/** A flow of these nodes. */
export function flowWith(nodes: object): Flow {
  const reading = parseFlow({ format: 'gatherline/flow@1', id: 'example', name: 'Example', nodes });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

/** Plays a call to a flow of these nodes; `call` is what its conversation has beside its name and flow. */
export function playExample(nodes: object, call: object): Playing {
  const reading = parseConversation({ name: 'A call', flow: 'example', ...call });
  if (!reading.ok) throw new Error(reading.message);
  return playConversation(reading.conversation, { flow: flowWith(nodes) });
}

import { beginCall, transition } from '@gatherline/engine';
import type { Flow } from '@gatherline/flow';
import type { EngineEvent, NewCall } from '@gatherline/engine';

/** The commands a flow issues when the phone rings: the answer, and nothing until the carrier confirms it. */
export function firstCommands(flow: Flow, ringing: NewCall, initiated: EngineEvent): readonly string[] {
  const { commands } = transition(flow, beginCall(flow, ringing), initiated, Date.parse(ringing.startedAt));
  return commands.map((command) => command.action);
}

import type { Flow } from '@gatherline/flow';
import type { Call, NewCall } from './call.ts';

/** A call before its first event. Variables given with the call win over the flow's own. */
export function beginCall(flow: Flow, call: NewCall): Call {
  const { variables, ...facts } = call;
  return {
    ...facts,
    state: 'ringing',
    language: null,
    node: null,
    visit: 0,
    issued: 0,
    since: null,
    waiting: null,
    idleVisits: 0,
    variables: { ...flow.variables, ...variables },
    outputs: {},
    legs: {},
    hangup: null,
  };
}

import { type Flow, inputDefaults } from '@gatherline/flow';
import type { Call, NewCall } from './call.ts';

/** A call before its first event. Variables given with the call win over the flow's own. */
export function beginCall(flow: Flow, call: NewCall): Call {
  const { variables, resources, ...facts } = call;
  return {
    ...blank,
    ...facts,
    variables: { ...flow.variables, ...inputDefaults(flow), ...variables },
    resources: resources ?? {},
  };
}

/** A call as it was stored, by this version or by one that knew less. */
export function resumeCall(stored: Pick<Call, 'id'> & Partial<Call>): Call {
  return { ...blank, seed: stored.id, ...stored };
}

const blank = {
  legId: '',
  sessionId: '',
  connectionId: null,
  direction: 'incoming',
  from: '',
  to: '',
  startedAt: '1970-01-01T00:00:00.000Z',
  state: 'ringing',
  language: null,
  flow: null,
  frames: [],
  node: null,
  visit: 0,
  issued: 0,
  since: null,
  waiting: null,
  idleVisits: 0,
  variables: {},
  outputs: {},
  resources: {},
  event: null,
  recentEventIds: [],
  lateTargets: {},
  traced: {},
  sensitive: [],
  legs: {},
  hangup: null,
  hangupPathStarted: false,
} satisfies Partial<Call>;

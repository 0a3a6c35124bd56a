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

/** What calls of older versions call by other names. */
interface FormerNames {
  readonly heard?: Call['recentEventIds'];
  readonly collecting?: Call['lateTargets'];
  readonly isClosing?: Call['hangupPathStarted'];
}

/** A call as it was stored, by this version or by one that knew less or had other names for it. */
export function resumeCall(stored: Pick<Call, 'id'> & Partial<Call> & FormerNames): Call {
  const {
    heard: recentEventIds = blank.recentEventIds,
    collecting: lateTargets = blank.lateTargets,
    isClosing: hangupPathStarted = blank.hangupPathStarted,
    ...call
  } = stored;
  return { ...blank, recentEventIds, lateTargets, hangupPathStarted, seed: stored.id, ...call };
}

const blank = {
  legId: '',
  sessionId: '',
  connectionId: null,
  direction: 'incoming',
  from: '',
  to: '',
  startedAt: '1970-01-01T00:00:00.000Z',
  timeZone: null,
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
  idleCost: 0,
  variables: {},
  outputs: {},
  resources: {},
  event: null,
  recentEventIds: [],
  lateTargets: {},
  traced: {},
  traceSize: 0,
  sensitive: [],
  sounds: [],
  legs: {},
  openings: [],
  ownSounds: [],
  actionVisits: {},
  hangup: null,
  hangupPathStarted: false,
} satisfies Partial<Call>;

import { startRinging } from '../activities/ring.ts';
import { type Reply, refused, refusedWith } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { announceLeg, openLeg } from '../legs.ts';
import { startedWithTheCall } from '../parameters/beside-the-call.ts';
import { isAccepted, refusalsOf, type ValuesOf } from '../parameters/check.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { toDetection } from '../parameters/machine-detection.ts';
import { from, isDestination, newLeg, newLegRefusals, numberToRing } from '../parameters/new-leg.ts';
import { checked, flag, object, oneOf, required, text } from '../parameters/row.ts';
import { isGiven } from '../parameters/sounds.ts';
import { redirectWebhooks } from '../parameters/webhook-target.ts';
import type { Leg } from '../state.ts';
import { legOf, type Turn } from '../turn.ts';
import { recordingFromAnswer } from './record-from-answer.ts';

type Destination = string | string[];

// The carrier takes several destinations at once; what it then answers is not documented, so only one is emulated.
const isOneDestination = (value: unknown): value is Destination =>
  isDestination(value) || (Array.isArray(value) && value.length === 1 && value.every(isDestination));

const parameters = {
  ...everyCommand,
  ...newLeg,
  ...startedWithTheCall,
  bridge_intent: flag(),
  bridge_on_answer: flag(),
  conference_config: object(),
  connection_id: required(text({ min: 1, code: '10015' })),
  dialogflow_config: object(),
  enable_dialogflow: flag(),
  from: required(from),
  link_to: text(),
  prevent_double_bridge: flag(),
  retry_on_timeout: flag(),
  stream_auth_token: text({ max: 4000 }),
  stream_establish_before_call_originate: flag(),
  supervise_call_control_id: text(),
  supervisor_role: oneOf(['barge', 'whisper', 'monitor']),
  to: required(
    checked(isOneDestination, { code: '10016', expects: 'a phone number in +E.164 format or a SIP URI' }),
  ),
};

/** POST /calls: makes an outgoing leg and rings it. The reply comes at once, the rest by webhook. */
export function dial(turn: Turn, body: Record<string, unknown>): Reply & { leg?: Leg } {
  if (!isAccepted(parameters, body)) return refused(422, refusalsOf(parameters, body));
  const more = newLegRefusals(body);
  if (more.length > 0) return refused(422, more);
  const linked = isGiven(body.link_to) ? legOf(turn, String(body.link_to)) : undefined;
  if (isGiven(body.link_to) && linked === undefined) {
    return refusedWith(422, '90015', "The 'link_to' parameter names no call.");
  }
  const leg = openOutgoing(turn, body, linked);
  announceLeg(turn, leg);
  startRinging(turn, leg, {
    timeoutMs: (body.timeout_secs ?? 30) * 1000,
    retriesOnTimeout: body.retry_on_timeout !== false,
  });
  return { status: 200, body: { data: toCall(leg) }, leg };
}

function openOutgoing(turn: Turn, values: ValuesOf<typeof parameters>, linked: Leg | undefined): Leg {
  const leg = openLeg(turn, {
    direction: 'outgoing',
    from: values.from,
    to: numberToRing(String(values.to)),
    connectionId: values.connection_id,
    clientState: values.client_state ?? null,
    detects: toDetection(values),
    timeLimitMs: (values.time_limit_secs ?? 14_400) * 1000,
    parksAfterUnbridge: values.park_after_unbridge === 'self',
    ...(linked === undefined ? {} : { sessionId: linked.sessionId }),
  });
  leg.recordsOnAnswer = recordingFromAnswer(turn, values);
  redirectWebhooks(leg, values);
  const audio = [values.audio_url, values.media_name].some(isGiven)
    ? { url: values.audio_url ?? null, name: values.media_name ?? null }
    : null;
  if (values.bridge_on_answer === true && linked !== undefined) {
    leg.joins = { callControlId: linked.callControlId, endsWithIt: false, audio };
  } else leg.playsOnAnswer = audio;
  return leg;
}

function toCall(leg: Leg): JsonObject {
  const call: JsonObject = {
    call_control_id: leg.callControlId,
    call_leg_id: leg.legId,
    call_session_id: leg.sessionId,
    // Always false for Dial: nobody has been reached yet.
    is_alive: false,
    record_type: 'call',
  };
  if (leg.clientState !== null) call['client_state'] = leg.clientState;
  if (leg.recordsOnAnswer !== null) call['recording_id'] = leg.recordsOnAnswer.recordingId;
  return call;
}

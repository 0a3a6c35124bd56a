import { defineAction } from '../action.ts';
import { leaveQueue, queued } from '../activities/queued.ts';
import { startRinging } from '../activities/ring.ts';
import { ok } from '../errors.ts';
import { announceLeg, openLeg } from '../legs.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { toDetection } from '../parameters/machine-detection.ts';
import { from, newLeg, newLegRefusals, numberToRing, targetLeg, to } from '../parameters/new-leg.ts';
import { isGiven } from '../parameters/sounds.ts';
import { redirectWebhooks } from '../parameters/webhook-target.ts';
import { hear } from '../turn.ts';
import { recordingFromAnswer } from './record-from-answer.ts';

export const transfer = defineAction({
  name: 'transfer',
  parameters: { ...everyCommand, ...newLeg, ...targetLeg, from, to },
  alsoRefuses: newLegRefusals,
  run(turn, leg, values) {
    const { audio_url, media_name, park_after_unbridge, time_limit_secs, timeout_secs } = values;
    leg.parksAfterUnbridge = park_after_unbridge === 'self';
    for (const one of queued.allOn(leg)) leaveQueue(turn, leg, one, 'bridging-in-process');
    const target = openLeg(turn, {
      direction: 'outgoing',
      from: values.from ?? leg.to,
      to: numberToRing(values.to),
      connectionId: leg.connectionId,
      sessionId: leg.sessionId,
      clientState: values.target_leg_client_state ?? null,
      detects: toDetection(values),
      timeLimitMs: (time_limit_secs ?? 14_400) * 1000,
    });
    const audio = [audio_url, media_name].some(isGiven)
      ? { url: audio_url ?? null, name: media_name ?? null }
      : null;
    target.joins = { callControlId: leg.callControlId, endsWithIt: true, audio };
    target.recordsOnAnswer = recordingFromAnswer(turn, values);
    redirectWebhooks(target, values);
    announceLeg(turn, target);
    if (values.early_media !== false) hear(turn, leg, { kind: 'ringing', to: target.to });
    startRinging(turn, target, { timeoutMs: (timeout_secs ?? 30) * 1000, retriesOnTimeout: true });
    return ok();
  },
});

import { defineAction } from '../action.ts';
import { answerLeg } from '../answering.ts';
import { ok, refusedWith } from '../errors.ts';
import { besideTheCall, startedWithTheCall } from '../parameters/beside-the-call.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { redirectWebhooks, webhookTarget } from '../parameters/webhook-target.ts';
import { recordingFromAnswer } from './record-from-answer.ts';

export const answer = defineAction({
  name: 'answer',
  parameters: { ...everyCommand, ...besideTheCall, ...startedWithTheCall, ...webhookTarget },
  needsAnswer: false,
  run(turn, leg, values) {
    // Documented for outgoing legs; a second answer of an incoming one is taken to be refused alike.
    if (leg.direction === 'outgoing' || leg.answeredAtMs !== null) {
      return refusedWith(422, '90102', 'The answer command is only for incoming calls that ring.');
    }
    redirectWebhooks(leg, values);
    leg.recordsOnAnswer = recordingFromAnswer(turn, values);
    answerLeg(turn, leg);
    return ok(leg.recordsOnAnswer === null ? {} : { recording_id: leg.recordsOnAnswer.recordingId });
  },
});

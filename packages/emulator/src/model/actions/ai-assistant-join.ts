import { defineAction } from '../action.ts';
import { aiOn } from '../activities/ai.ts';
import { ok, type Refusal, refused } from '../errors.ts';
import { memberRefusals } from '../parameters/check.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { object, required, text } from '../parameters/row.ts';
import { participant } from '../parameters/talking.ts';
import { legOf, liveLegs, type Turn } from '../turn.ts';

/** Takes another leg into a running conversation. It is checked and answered; the leg is not heard. */
export const aiAssistantJoin = defineAction({
  name: 'ai_assistant_join',
  parameters: {
    ...everyCommand,
    conversation_id: required(text({ min: 1 })),
    participant: required(object()),
  },
  alsoRefuses: (values) => memberRefusals('participant', values.participant, participant),
  run(turn, _leg, { conversation_id: conversationId, participant: { id } }) {
    const refusals = [...unknownConversation(turn, conversationId), ...unknownLeg(turn, String(id))];
    return refusals.length > 0 ? refused(422, refusals) : ok({ conversation_id: conversationId });
  },
});

function unknownConversation(turn: Turn, id: string): Refusal[] {
  if (liveLegs(turn).some((leg) => aiOn(leg)?.conversationId === id)) return [];
  return [{ code: '10005', detail: 'No such conversation is running.', pointer: '/conversation_id' }];
}

function unknownLeg(turn: Turn, callControlId: string): Refusal[] {
  if (legOf(turn, callControlId)?.endedAtMs === null) return [];
  return [{ code: '90015', detail: 'The participant is on no call.', pointer: '/participant/id' }];
}

import type { Kind } from '../activity.ts';
import type { Activity } from '../state.ts';
import type { Rules } from '../turn.ts';
import { aiGather } from './ai-gather.ts';
import { answeringMachine } from './answering-machine.ts';
import { assistant } from './assistant.ts';
import { cancelling } from './cancelling.ts';
import { gather } from './gather.ts';
import { joining } from './joining.ts';
import { keyPresser } from './key-presser.ts';
import { lateWebhook } from './late-webhook.ts';
import { legClock } from './leg-clock.ts';
import { machineDetection } from './machine-detection.ts';
import { queued } from './queued.ts';
import { recording } from './recording.ts';
import { referral } from './referral.ts';
import { ring } from './ring.ts';
import { sound } from './sound.ts';
import { transcription } from './transcription.ts';

const kinds: readonly Pick<Kind<Activity>, 'rules'>[] = [
  sound,
  gather,
  aiGather,
  assistant,
  ring,
  cancelling,
  joining,
  legClock,
  answeringMachine,
  keyPresser,
  machineDetection,
  lateWebhook,
  queued,
  recording,
  referral,
  transcription,
];

const rulesByKind = new Map(kinds.map(({ rules }) => [rules.kind, rules]));

/** What an activity does when something happens on its leg. */
export function rulesOf(activity: Activity): Rules {
  const rules = rulesByKind.get(activity.kind);
  if (rules === undefined) throw new Error(`No rules are listed for activities of kind "${activity.kind}".`);
  return rules;
}

import type { Rule } from '../rule.ts';
import { alongsideWaits } from './alongside-waits.ts';
import { changedSecretRule } from './changed-secret.ts';
import { alreadyRunning } from './already-running.ts';
import { answerTimeTooShort } from './answer-time-too-short.ts';
import { basicVoice } from './basic-voice.ts';
import { danglingExit } from './dangling-exit.ts';
import { endlessSound } from './endless-sound.ts';
import { entryAsTarget } from './entry-as-target.ts';
import { exitToNowhere } from './exit-to-nowhere.ts';
import { handlerToNowhere } from './handler-to-nowhere.ts';
import { keysBeforeQuestion } from './keys-before-question.ts';
import { listenerWithoutPath } from './listener-without-path.ts';
import { loopWithoutCaller } from './loop-without-caller.ts';
import { missingLanguage } from './missing-language.ts';
import { missingStart } from './missing-start.ts';
import { needsTheCaller } from './needs-the-caller.ts';
import { noWayToEnd } from './no-way-to-end.ts';
import { queueOfTwoSizes } from './queue-of-two-sizes.ts';
import { recordingWhileTranscribing } from './recording-while-transcribing.ts';
import { secretInAddress } from './secret-in-address.ts';
import { severalStarts } from './several-starts.ts';
import { spokenTime } from './spoken-time.ts';
import { speaksBeforeAnswer } from './speaks-before-answer.ts';
import { subflowValues } from './subflow-values.ts';
import { uncheckedAnswer } from './unchecked-answer.ts';
import { unhandledOutcome } from './unhandled-outcome.ts';
import { unknownExit } from './unknown-exit.ts';
import { unknownLanguage } from './unknown-language.ts';
import { unknownResource } from './unknown-resource.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unknownRoot } from './unknown-root.ts';
import { unknownVariable } from './unknown-variable.ts';
import { unreachableNode } from './unreachable-node.ts';
import { valueTooEarly } from './value-too-early.ts';

/** Every rule over the whole graph, in the order in which its problems are told. */
export const rules: readonly Rule[] = [
  missingStart,
  severalStarts,
  entryAsTarget,
  exitToNowhere,
  unknownExit,
  handlerToNowhere,
  loopWithoutCaller,
  endlessSound,
  speaksBeforeAnswer,
  alreadyRunning,
  recordingWhileTranscribing,
  basicVoice,
  alongsideWaits,
  unknownRoot,
  unknownVariable,
  valueTooEarly,
  unknownResource,
  unknownLanguage,
  subflowValues,
  missingLanguage,
  unknownTimeZone,
  spokenTime,
  danglingExit,
  listenerWithoutPath,
  needsTheCaller,
  secretInAddress,
  uncheckedAnswer,
  changedSecretRule,
  queueOfTwoSizes,
  keysBeforeQuestion,
  answerTimeTooShort,
  unreachableNode,
  noWayToEnd,
  unhandledOutcome,
];

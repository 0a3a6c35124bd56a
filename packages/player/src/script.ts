import type { Conversation, Fault as WrittenFault, Party as WrittenParty } from '@gatherline/conversations';
import type { Fault, Party, ScriptChange } from '@gatherline/emulator/model';

type Circumstances = Pick<Conversation, 'parties' | 'recordings' | 'queues' | 'waiting' | 'faults'>;

/** The world around a conversation in the words of the emulator: who is dialled, what is played, what fails. */
export function toScript({ parties, recordings, queues, waiting, faults }: Circumstances): ScriptChange {
  const speechless = faults.find((fault) => 'loses_its_voice' in fault);
  const forgetful = faults.find((fault) => 'loses_recordings' in fault);
  const leaving = faults.find((fault) => 'assistant_ends' in fault);
  return {
    parties: mapValues(parties, toParty),
    media: mapValues(recordings, ({ lasts_ms: durationMs, missing, fails }) => ({
      ...(durationMs === undefined ? {} : { durationMs }),
      ...(missing === undefined ? {} : { missing }),
      ...(fails === undefined ? {} : { fails }),
    })),
    queues: mapValues(queues, ({ answers_after_ms: answersAfterMs, hangs_up_after_ms: hangsUpAfterMs }) => ({
      answersAfterMs,
      hangsUpAfterMs,
    })),
    waiting: mapValues(waiting, (strangers) =>
      strangers.map(({ from, hangs_up_after_ms: hangsUpAfterMs }) => ({ from, hangsUpAfterMs })),
    ),
    faults: faults.flatMap(toFault),
    ...(speechless === undefined
      ? {}
      : { speech: { status: 'client_error', times: speechless.loses_its_voice } }),
    ...(forgetful === undefined
      ? {}
      : { recording: { reason: 'Internal server error', times: forgetful.loses_recordings } }),
    ...(leaving === undefined
      ? {}
      : {
          assistant: { reason: leaving.assistant_ends, afterMs: leaving.after_ms, times: leaving.times },
        }),
  };
}

function toParty(party: WrittenParty): Party {
  return {
    answersAfterMs: party.answers_after_ms,
    busy: party.busy,
    declines: party.declines,
    neverAnswers: party.never_answers,
    notFound: party.not_found,
    hangsUpAfterMs: party.hangs_up_after_ms,
    machine: party.machine,
    greetsForMs: party.greets_for_ms,
    beeps: party.beeps,
    unsure: party.unsure,
    silent: party.silent,
    presses: party.presses,
    pressesAfterMs: party.presses_after_ms,
  };
}

function toFault(fault: WrittenFault): readonly Fault[] {
  if (!('refuses' in fault)) return [];
  const { refuses: action, status, code, title, times } = fault;
  return [{ action, status, code, title, times }];
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

import type { Conversation, Fault as WrittenFault } from '@gatherline/conversations';
import type { Fault, ScriptChange } from '@gatherline/emulator/model';

type Circumstances = Pick<Conversation, 'parties' | 'recordings' | 'faults'>;

/** The world around a conversation in the words of the emulator: who is dialled, what is played, what fails. */
export function toScript({ parties, recordings, faults }: Circumstances): ScriptChange {
  const speechless = faults.find((fault) => 'loses_its_voice' in fault);
  return {
    parties: mapValues(parties, (party) => ({
      ...(party.answers_after_ms === undefined ? {} : { answersAfterMs: party.answers_after_ms }),
      ...(party.hangs_up_after_ms === undefined ? {} : { hangsUpAfterMs: party.hangs_up_after_ms }),
      ...(party.busy === undefined ? {} : { busy: true }),
      ...(party.declines === undefined ? {} : { declines: true }),
      ...(party.never_answers === undefined ? {} : { neverAnswers: true }),
      ...(party.not_found === undefined ? {} : { notFound: true }),
    })),
    media: mapValues(recordings, ({ lasts_ms: durationMs, missing, fails }) => ({
      ...(durationMs === undefined ? {} : { durationMs }),
      ...(missing === undefined ? {} : { missing }),
      ...(fails === undefined ? {} : { fails }),
    })),
    faults: faults.flatMap(toFault),
    ...(speechless === undefined
      ? {}
      : { speech: { status: 'client_error', times: speechless.loses_its_voice } }),
  };
}

function toFault(fault: WrittenFault): readonly Fault[] {
  if ('loses_its_voice' in fault) return [];
  const { refuses: action, status, code, title, times } = fault;
  return [{ action, status, code, title, times }];
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

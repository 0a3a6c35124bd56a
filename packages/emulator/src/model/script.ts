/** What the person (or network) behind a dialled number does. Without a line here: answers after 2 s and stays. */
export type Party = {
  answersAfterMs?: number | undefined;
  busy?: boolean | undefined;
  declines?: boolean | undefined;
  neverAnswers?: boolean | undefined;
  notFound?: boolean | undefined;
  /** Counted from the answer. */
  hangsUpAfterMs?: number | undefined;
  /** A machine answers: it speaks its greeting, beeps, and listens. */
  machine?: boolean | undefined;
  /** How long the machine's greeting lasts, counted from the answer (5000). */
  greetsForMs?: number | undefined;
  /** Whether the machine beeps when its greeting is over (true). */
  beeps?: boolean | undefined;
  /** Detection can't tell whether it is a machine. */
  unsure?: boolean | undefined;
  /** Answers, and then neither says nor presses anything. */
  silent?: boolean | undefined;
  /** The keys a person presses each time keys are asked for on their leg. */
  presses?: string | undefined;
  /** Counted from the moment keys are asked for, which is when the prompt begins (2000). */
  pressesAfterMs?: number | undefined;
};

/** A refusal ordered in advance: `times` commands of this action (`*`: any) get it, null: all of them. */
export type Fault = { action: string; status: number; code: string; title: string; times: number | null };

/** How one recording behaves, by URL or media name; `fails` is the text of its failure. */
export type Media = {
  durationMs?: number | undefined;
  missing?: boolean | undefined;
  fails?: string | undefined;
};

/** What the carrier's voice provider does to the next `times` speeches (null: all). */
export type SpeechTrouble = { status: 'client_error'; times: number | null };

/** What becomes of the next `times` recordings (null: all): they are not saved, for a `reason` in the carrier's words. */
export type RecordingTrouble = {
  reason:
    | 'Failed to authorize with storage using custom credentials'
    | 'Invalid credentials json'
    | 'Unsupported backend'
    | 'Internal server error';
  times: number | null;
};

/** What becomes of the next `times` assistants (null: all): `afterMs` from their begin they end with this reason. */
export type AssistantTrouble = { reason: string; afterMs: number; times: number | null };

/** Who answers a queue: an agent for each call, so long after it has come in (2 s). Without a line here: nobody. */
export type QueueStaff = {
  answersAfterMs?: number | undefined;
  /** Counted from the answer. */
  hangsUpAfterMs?: number | undefined;
};

/** Somebody who waits in a queue already when it is first asked for; `hangsUpAfterMs` counts from then. */
export type Stranger = { from: string; hangsUpAfterMs?: number | undefined };

export type Script = {
  parties: Record<string, Party>;
  media: Record<string, Media>;
  /** Length of a recording that `media` says nothing about, ms. */
  mediaMs: number;
  faults: Fault[];
  speech: SpeechTrouble | null;
  recording: RecordingTrouble | null;
  queues: Record<string, QueueStaff>;
  /** By the queue's name, who has waited longest first. */
  waiting: Record<string, Stranger[]>;
  assistant: AssistantTrouble | null;
};

/** A new value for some parts of the script; the others stay. */
export type ScriptChange = { [Part in keyof Script]?: Script[Part] | undefined };

export const quietScript: Script = {
  parties: {},
  media: {},
  mediaMs: 3000,
  faults: [],
  speech: null,
  recording: null,
  queues: {},
  waiting: {},
  assistant: null,
};

/** The script with the given parts replaced. */
export function changeScript(script: Script, change: ScriptChange): Script {
  return {
    parties: change.parties ?? script.parties,
    media: change.media ?? script.media,
    mediaMs: change.mediaMs ?? script.mediaMs,
    faults: change.faults ?? script.faults,
    speech: change.speech === undefined ? script.speech : change.speech,
    queues: change.queues ?? script.queues,
    waiting: change.waiting ?? script.waiting,
    recording: change.recording === undefined ? script.recording : change.recording,
    assistant: change.assistant === undefined ? script.assistant : change.assistant,
  };
}

/** What the script says about a dialled number. */
export function partyOf(script: Script, number: string): Party {
  return (Object.hasOwn(script.parties, number) ? script.parties[number] : undefined) ?? {};
}

/** Who answers a queue; undefined: nobody. */
export function staffOf({ queues }: Script, name: string): QueueStaff | undefined {
  return Object.hasOwn(queues, name) ? queues[name] : undefined;
}

/** Why the recording that ends now is not saved; uses up one of the times ordered. Null: it is. */
export function takeRecordingTrouble(holder: { script: Script }): string | null {
  const { recording } = holder.script;
  if (recording === null) return null;
  const { reason, times } = recording;
  const rest = times === null ? null : times - 1;
  holder.script = { ...holder.script, recording: rest === 0 ? null : { reason, times: rest } };
  return reason;
}

/** How the assistant that begins now shall end; uses up one of the times ordered. Null: as people wish. */
export function takeAssistantTrouble(holder: { script: Script }): AssistantTrouble | null {
  const { assistant } = holder.script;
  if (assistant === null) return null;
  const rest = assistant.times === null ? null : assistant.times - 1;
  holder.script = { ...holder.script, assistant: rest === 0 ? null : { ...assistant, times: rest } };
  return assistant;
}

/** Those who wait in a queue before the first call of the application comes to it; they are named once. */
export function takeStrangers(holder: { script: Script }, name: string): readonly Stranger[] {
  const { waiting } = holder.script;
  const strangers = Object.hasOwn(waiting, name) ? waiting[name] : undefined;
  if (strangers === undefined || strangers.length === 0) return [];
  holder.script = { ...holder.script, waiting: { ...waiting, [name]: [] } };
  return strangers;
}

/** Who is on a leg by the script; nobody it knows of when somebody acts for them, or when they have called. */
export function personOn(
  script: Script,
  { followsScript, to }: { followsScript: boolean; to: string },
): Party {
  return followsScript ? partyOf(script, to) : {};
}

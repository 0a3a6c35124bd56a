/** What the person (or network) behind a dialled number does. Without a line here: answers after 2 s and stays. */
export type Party = {
  answersAfterMs?: number | undefined;
  busy?: boolean | undefined;
  declines?: boolean | undefined;
  neverAnswers?: boolean | undefined;
  notFound?: boolean | undefined;
  /** Counted from the answer. */
  hangsUpAfterMs?: number | undefined;
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

export type Script = {
  parties: Record<string, Party>;
  media: Record<string, Media>;
  /** Length of a recording that `media` says nothing about, ms. */
  mediaMs: number;
  faults: Fault[];
  speech: SpeechTrouble | null;
};

/** A new value for some parts of the script; the others stay. */
export type ScriptChange = { [Part in keyof Script]?: Script[Part] | undefined };

export const quietScript: Script = { parties: {}, media: {}, mediaMs: 3000, faults: [], speech: null };

/** The script with the given parts replaced. */
export function changeScript(script: Script, change: ScriptChange): Script {
  return {
    parties: change.parties ?? script.parties,
    media: change.media ?? script.media,
    mediaMs: change.mediaMs ?? script.mediaMs,
    faults: change.faults ?? script.faults,
    speech: change.speech === undefined ? script.speech : change.speech,
  };
}

/** What the script says about a dialled number. */
export function partyOf(script: Script, number: string): Party {
  return (Object.hasOwn(script.parties, number) ? script.parties[number] : undefined) ?? {};
}

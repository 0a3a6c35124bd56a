import type { CallerAct, DialIn } from '../model/people.ts';
import type { Heard } from '../model/heard.ts';
import type { ScriptChange } from '../model/script.ts';
import type { TextMessage } from '../model/texts.ts';

/** One person's phone on one leg: what they do, what they hear, and time going on. */
export type PhoneLine = {
  readonly callControlId: string;
  /** Unix ms on the line's clock. */
  now(): number;
  act(act: CallerAct): Promise<void>;
  /** What was heard after the entry with this `seq` (0: from the beginning), oldest first. */
  heardSince(cursor: number): readonly Heard[];
  /** Time jumps to the next due thing, which then happens. False: nothing is due until `notPastMs`, and time stays. */
  advance(notPastMs?: number): Promise<boolean>;
  /** Time goes on to `atMs`; what is due on the way happens. */
  reach(atMs: number): Promise<void>;
  /** Everything that follows from what has happened so far has happened too: webhooks arrived, commands were carried out. */
  settled(): Promise<void>;
  /** Waits a moment for something to happen that is not due by the clock, as from an application that thinks. */
  isActive(): Promise<boolean>;
};

/** A carrier that people can call through, be it the model alone or an emulator with its HTTP API. */
export type Line = {
  now(): number;
  dialIn(call: DialIn): Promise<PhoneLine>;
  /** The phone of whoever the carrier has rung last at this number; null when it has not rung there. */
  phoneAt(number: string): PhoneLine | null;
  /** Text messages sent so far, to whomever, oldest first. */
  texts(): readonly TextMessage[];
  script(change: ScriptChange): Promise<void>;
};

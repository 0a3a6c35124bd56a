import type { CallerAct, Heard } from '@gatherline/emulator/model';
import type { JsonObject } from '@gatherline/flow';

/** What the steps of a conversation ask of the line it is played on. */
export type LineRequest =
  /** The person does something now. */
  | { readonly do: 'act'; readonly act: CallerAct }
  /** Time passes: so many milliseconds. */
  | { readonly do: 'wait'; readonly ms: number }
  /** Time passes until the next thing happens of itself. */
  | { readonly do: 'advance' }
  /** Somebody outside raises a signal for this call. */
  | { readonly do: 'signal'; readonly name: string; readonly data: JsonObject }
  /** Another program gives the carrier a command for this call. */
  | { readonly do: 'command'; readonly action: string; readonly params: JsonObject }
  /** The carrier sends the last event of this type again. */
  | { readonly do: 'redeliver'; readonly type: string }
  /** The carrier keeps the next event of a type until after one of another. */
  | { readonly do: 'hold_back'; readonly type: string; readonly untilAfter: string };

/** What is known of the call at this moment; the lists only ever grow. */
export interface LineView {
  /** What the person on the phone has heard. */
  readonly heard: readonly Heard[];
  /** The exits that the call has taken. */
  readonly left: readonly { readonly node: string; readonly exit: string }[];
  /** What the flow has sent, as the trace has it: commands, requests, text messages. */
  readonly sent: readonly { readonly at: string; readonly action: string; readonly body: JsonObject }[];
  /** Where the call stands. */
  readonly node: string | null;
  /** How the call ended by the carrier's `call.hangup`; `null` until the engine has seen it. */
  readonly hangup: { readonly cause: string; readonly source: string } | null;
  /** Nothing will happen any more unless someone acts. */
  readonly isQuiet: boolean;
  /** Something that must never happen, and did. */
  readonly broken: string | null;
}

import type { z } from 'zod';
import type { CallerText } from './caller-text.ts';
import type { CarrierEvent } from './event.ts';
import type { Json, JsonObject } from './json.ts';
import type { FlowSettings, ResourceType } from './schema.ts';

/** A command a node asks for: a Telnyx action and its body without client_state and command_id, which the engine adds. */
export interface CommandRequest {
  readonly action: string;
  readonly params: JsonObject;
  /** Who carries it out: the carrier, unless it is a request to somebody's own server. */
  readonly via?: 'carrier' | 'http';
  /** Fields of the carrier's answer that become outputs of the node, such as `conversation_id`; under another name where one is given. */
  readonly keep?: readonly (string | { readonly field: string; readonly as: string })[];
  /** The leg it is meant for, by its call_control_id, where that is not the caller's own; `null`: none (a dial, an SMS). */
  readonly leg?: string | null;
  /** Comes back in `command.accepted` and `command.refused`, for a node that waits for these. */
  readonly tag?: string;
  /** The step plays this for itself: listeners to sounds do not hear it. */
  readonly isOwnSound?: boolean;
  /** It can be carried out after the caller has hung up. */
  readonly outlivesCall?: boolean;
  /**
   * The command makes a new leg, which is hung up once this visit is over. `with_caller`: the carrier ends it with the
   * caller's, and the engine adds `target_leg_client_state`, so that its events find this visit; `alone`: the answer
   * names it.
   */
  readonly opensLeg?: 'with_caller' | 'alone';
}

/** Values a decision writes. */
export interface Writes {
  readonly outputs?: JsonObject;
  readonly variables?: JsonObject;
  /** The language the caller is spoken to in from here on. */
  readonly language?: string;
}

/**
 * Events of our own that a node may wait for beside the carrier's. The payload of `command.accepted` and
 * `command.refused` is `{ action, tag, … }` with the answer's `response`, or `code` and `title`; that of `http.answered`
 * is `{ status, headers, body, duration_ms }`, of `http.failed` `{ reason, detail }`; `time.passed` comes when `withinMs` is over.
 */
export const ownEvents = {
  accepted: 'command.accepted',
  refused: 'command.refused',
  timePassed: 'time.passed',
  answered: 'http.answered',
  failed: 'http.failed',
} as const;

/** Stay in the node until one of these events comes, `withinMs` milliseconds at most; `null`: no longer than was said before. */
export interface Wait extends Writes {
  readonly kind: 'wait';
  readonly commands: readonly CommandRequest[];
  readonly for: readonly string[];
  readonly withinMs: number | null;
  /** The event comes once something has been heard: past `withinMs`, the visit goes on waiting while that may still sound. */
  readonly sounds?: true;
  /** What the visit wants to know when the event comes. */
  readonly memory?: Json;
}

/** Go on through an exit. */
export interface Leave extends Writes {
  readonly kind: 'leave';
  readonly commands: readonly CommandRequest[];
  readonly exit: string;
  /** Why, for the trace, where the exit alone does not say it. */
  readonly why?: string;
  /** Not before the carrier has taken the commands; when it refuses one, the node leaves by `error` instead. */
  readonly onceAccepted?: boolean;
  /** What runs here has not ended: it is stopped first. */
  readonly stopsFirst?: boolean;
}

/** Go on in another flow, until it returns. `flow` is its id, with `@` and a version where it is pinned. */
export interface EnterFlow extends Writes {
  readonly kind: 'enter_flow';
  readonly commands: readonly CommandRequest[];
  readonly flow: string;
  readonly inputs: JsonObject;
}

/** Back to the flow that entered this one; its node leaves by `outcome` where it has such an exit, else by `returned`. */
export interface Return extends Writes {
  readonly kind: 'return';
  readonly commands: readonly CommandRequest[];
  readonly values: JsonObject;
  readonly outcome?: string;
}

/** The main path ends here; the commands (a hang-up, say) are still sent. */
export interface End extends Writes {
  readonly kind: 'end';
  readonly commands: readonly CommandRequest[];
}

export type Decision = Wait | Leave | End | EnterFlow | Return;

/** The facts of a call that nodes and templates may read, as `{{ call.from }}`. */
export interface CallFacts {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The caller shows no number, so that nobody can be called back, texted or shown. */
  readonly is_anonymous: boolean;
  readonly direction: 'incoming' | 'outgoing';
  readonly answered: boolean;
  /** ISO 8601 time at which the call began. */
  readonly started_at: string;
  /** The carrier's connection (application) that the call came by; `null` when it is not known. */
  readonly connection_id: string | null;
}

/** What a running node sees. Everything is a value: no clock, no network, no randomness. */
export interface NodeContext<Params> {
  /** The node's parameters: templates rendered, limits checked. */
  readonly params: Params;
  readonly call: CallFacts;
  readonly settings: FlowSettings;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Exits that lead somewhere. */
  readonly wired: ReadonlySet<string>;
  /** What this visit remembered in its last wait. */
  readonly memory: Json | undefined;
  /** The language the caller is spoken to in; `undefined` while neither the call nor the flow names one. */
  readonly language: string | undefined;
  /** Values bound to the resources that the flow declares; a secret shows as a mark that only an HTTP request resolves. */
  readonly resources: JsonObject;
  /** From 0 to 1: thrown once for each visit, the same however often it is asked. */
  readonly chance: number;
  /** How many flows deep the call stands: 0 in the flow that answered. */
  readonly depth: number;
  /** A listener may take the call over while the node waits, so the caller must stay on the line. */
  readonly interruptible: boolean;
  /** Picks the call's language where a text is given by language. */
  readonly localize: (text: CallerText) => string;
  /** Evaluates a Liquid condition without braces; `outputs` stand in it as if the node had written them already. */
  readonly holds: (condition: string, outputs?: JsonObject) => boolean;
  /** Renders a template; one that is a single `{{ … }}` keeps the kind of its value (number, boolean, list). */
  readonly value: (template: string) => Json;
}

/** An event as a node sees it; `leg` says whether it is about the caller's own leg or one that a command of this visit opened. */
export interface NodeEvent extends CarrierEvent {
  readonly leg: 'own' | 'other';
}

/** The outcome for which the flow's own handlers may be named in `settings.handlers`. */
export type HandledOutcome = 'no_input' | 'invalid' | 'error';

/** One way out of a node, in the order of its ports on the canvas. */
export interface Exit {
  readonly id: string;
  readonly label: string;
  /** A main exit is the reason one draws the node; an outcome is what else may happen. */
  readonly kind: 'main' | 'outcome';
  /** The flow's handler that takes over while this exit is unwired. */
  readonly fallsBackTo?: HandledOutcome;
  /** Unwired, the call goes the way of this exit instead. */
  readonly elseExit?: string;
  /** Only calls of this direction come here: unwired is fine where the flow is drawn for the other one. */
  readonly direction?: 'incoming' | 'outgoing';
  /** The call is over for this caller when the exit is unwired, and that is as it should be (the carrier hangs up). */
  readonly endsQuietly?: boolean;
}

/** A value that later templates may read as `{{ nodes.<id>.<name> }}`. */
export interface Output {
  readonly name: string;
  readonly title: string;
  readonly example: Json;
  /** Somebody else decides what is in it, such as a server; the example is one of many. */
  readonly isForeign?: true;
}

export const categories = [
  'start',
  'talk',
  'ask',
  'ai',
  'decide',
  'connect',
  'record',
  'reach',
  'listen',
  'end',
] as const;
export type Category = (typeof categories)[number];

/**
 * What a step does to what the caller hears: `endless` leaves a sound behind that never ends, `waits` is heard only after
 * every sound before it, `silences` begins with or makes silence.
 */
export type Sounding = 'endless' | 'waits' | 'silences';

/** Parameters of a draft: any of them may be missing or wrong. */
export type DraftParams = JsonObject;

/** A complaint of a node about its own parameters. */
export interface ParameterComplaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly cure: string;
  readonly severity: 'error' | 'warning';
}

/** What goes on in a call beside its steps; the carrier takes one of each at a time. */
export type Background = 'recording' | 'transcription';

export interface BackgroundUse {
  readonly begins?: Background;
  readonly ends?: Background;
  /** The carrier refuses the step while one of these goes on. */
  readonly barredBy?: readonly Background[];
}

/** A resource that a node names, of the kind it needs. */
export interface NamedResource {
  readonly name: string;
  readonly type: ResourceType;
  readonly path: readonly (string | number)[];
}

/**
 * Everything about one node type except how it looks. `P` is the zod object of its parameters.
 * Pure: `enter` and `handle` decide from their arguments alone.
 */
export interface NodeDefinition<P extends z.ZodObject = z.ZodObject, Type extends string = string> {
  /** snake_case; Telnyx's name of the action where the node is one action. */
  readonly type: Type;
  readonly title: string;
  /** One or two sentences for the person who draws. */
  readonly help: string;
  readonly category: Category;
  /** Name of a Tabler icon, such as `message`. */
  readonly icon: string;
  /** Other words people search for. */
  readonly synonyms: readonly string[];
  /** Telnyx's action behind the node, named in its help. */
  readonly action?: string;
  /**
   * `entry`: the call begins here, nothing leads to it, one per flow. `listener`: nothing leads to it either; the call
   * goes on from here when something happens. `step`: anything else.
   */
  readonly role: 'entry' | 'listener' | 'step';
  /** The caller can act here, so a loop through this node is a menu and not a runaway. */
  readonly waitsForCaller: boolean;
  readonly params: P;
  /** Sets of parameters of which at most one may be given. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Top-level parameters that are never rendered as templates (Liquid conditions, names). */
  readonly verbatim?: readonly string[];
  /** The parameter with the number that is shown; without it the line's own is, as for a caller who shows none. */
  readonly shownNumber?: string;
  /** Parameters of a node fresh from the palette. */
  readonly defaults: DraftParams;
  /** The exit taken when a template fails or a parameter turns out of range; `error` where nothing is said. */
  readonly failsBy?: string;
  exits(params: DraftParams): readonly Exit[];
  outputs(params: DraftParams): readonly Output[];
  /** Names of the variables of the call that the node sets. */
  variables?(params: DraftParams): readonly string[];
  /** The card's own words: the prompt's first line, the number dialled. Empty when there is nothing to say yet. */
  summary(params: DraftParams): string;
  lint?(params: DraftParams): readonly ParameterComplaint[];
  /** Leaves as soon as it is entered, so that it may stand on a path that runs alongside. */
  isInstant?(params: DraftParams): boolean;
  /** Does its work after the hang-up too; any other step is passed over then, or ends the path. */
  readonly outlivesCall?: boolean;
  /** What it does to what the caller hears; left out, nothing. */
  sounding?(params: DraftParams): Sounding | undefined;
  /** What the caller enters here is nobody's business: it is masked in traces, logs and on screens. */
  isSensitive?(params: DraftParams): boolean;
  /** Goes by what was thrown for the visit, `chance`; it stands in the trace then. */
  readonly isRandom?: boolean;
  /** Its parameters may name secrets: they go out in a request of ours, and nobody on the call hears them. */
  readonly takesSecrets?: boolean;
  /** Resources that a parameter names by itself, outside any template; `path` leads to that parameter. */
  resources?(params: DraftParams): readonly NamedResource[];
  /** Fields that the dialling of an outgoing call takes from the flow's entry, such as machine detection. */
  dialsWith?(params: DraftParams): JsonObject;
  /** Reference of the flow that the node enters: its id, with `@` and a version where it is pinned. */
  enters?(params: DraftParams): string | null;
  /** Names of the values that the node hands back to the flow that entered this one. */
  gives?(params: DraftParams): readonly string[];
  /** Name of the output that somebody else writes and that is held against nothing before the call goes on; `null` where it is. */
  uncheckedOutput?(params: DraftParams): string | null;
  /** Templates may read outputs that `outputs` does not name: what there will be is not known before the call. */
  isOpen?(params: DraftParams): boolean;
  /** Tag of the language in which the caller is spoken to after this node; `null` when it is not known before the call. */
  speaks?(params: DraftParams): string | null;
  /** Events, by type, that fill outputs of the node whenever they come, also after it was left and after the hang-up. */
  readonly lateOutputs?: { readonly [type: string]: (payload: JsonObject) => JsonObject };
  /** Of a listener: the event types it may care for. */
  readonly eventTypes?: readonly string[];
  /** Of a listener: what the steps after it read of the event, as `{{ event.<name> }}`. */
  readonly eventOutputs?: readonly Output[];
  /** Of a listener: whether this event is one it was put up for. */
  accepts?(context: NodeContext<z.output<P>>, event: NodeEvent): boolean;
  /** Whether the call is picked up when it leaves by this exit; other steps leave it as it was. */
  answersCall?(params: DraftParams, exit: string): boolean;
  /** Works while the caller's phone still rings, though it is a command to the carrier. */
  readonly worksUnanswered?: boolean;
  /** What goes on beside the steps from here on, ends here, or must not be going on. */
  background?(params: DraftParams): BackgroundUse;
  /** The line in which callers are put, and how many it takes. */
  queue?(params: DraftParams): { readonly name: string; readonly size: number } | null;
  /** Takes only keys that are pressed once it listens; the question comes from a step before it. */
  readonly isWordlessQuestion?: boolean;
  /** How many keys a whole answer may have, and the time for all of them together. */
  answerTime?(params: DraftParams): { readonly keys: number; readonly withinMs: number } | null;
  /** How to stop what runs while the node waits, and the events that tell that it has stopped. */
  stop?(context: NodeContext<z.output<P>>): Stop;
  enter(context: NodeContext<z.output<P>>): Decision;
  /** Answers an event that the visit waits for; `undefined` leaves it waiting. */
  handle?(context: NodeContext<z.output<P>>, event: NodeEvent): Decision | undefined;
}

/** The commands that stop a node's action; the call goes on once one of the events in `until` has come. */
export interface Stop {
  readonly commands: readonly CommandRequest[];
  readonly until: readonly string[];
}

/** Declares a node type; keeps the parameters' types for `enter` and `handle`. */
export function defineNode<P extends z.ZodObject, const Type extends string>(
  definition: NodeDefinition<P, Type>,
): NodeDefinition<P, Type> {
  return definition;
}

/** Builds a wait. `withinMs` is how long the awaited event may take at most, in milliseconds; `null`: the deadline stays. */
export function wait(
  awaited: readonly string[],
  withinMs: number | null,
  more: Writes & { commands?: readonly CommandRequest[]; memory?: Json; sounds?: true } = {},
): Wait {
  return { kind: 'wait', for: awaited, withinMs, commands: [], ...more };
}

/** Builds a leave through `exit`. */
export function leave(
  exit: string,
  more: Writes & { commands?: readonly CommandRequest[]; why?: string; stopsFirst?: boolean } = {},
): Leave {
  return { kind: 'leave', exit, commands: [], ...more };
}

/** Builds a leave through `exit` that waits for the carrier to take the commands; refused, the node leaves by `error`. */
export function leaveOnceAccepted(
  commands: readonly CommandRequest[],
  exit = 'done',
  more: Writes = {},
): Leave {
  return { kind: 'leave', exit, commands, onceAccepted: true, ...more };
}

/** Builds the way into another flow: its id, with `@` and a version where it is pinned. */
export function enterFlow(flow: string, inputs: JsonObject): EnterFlow {
  return { kind: 'enter_flow', flow, inputs, commands: [] };
}

/** Builds the way back to the flow that entered this one. */
export function returnTo(values: JsonObject, outcome?: string): Return {
  return { kind: 'return', values, commands: [], ...(outcome === undefined ? {} : { outcome }) };
}

/** Builds an end of the main path. */
export function end(commands: readonly CommandRequest[] = []): End {
  return { kind: 'end', commands };
}

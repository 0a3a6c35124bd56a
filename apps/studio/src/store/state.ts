import type { Flow, Json, JsonObject, Position, Problem, ResourceType } from '@gatherline/flow';
import type { Arrangement } from './document/align.ts';
import type { KeptDrafts, SaveSlice } from './saving/save-state.ts';

/** One way out of one node. */
export interface ExitRef {
  readonly node: string;
  readonly exit: string;
}

/** A field inside a node; `path` begins below the node, such as `['params', 'payload']`. */
export interface FieldRef {
  readonly node: string;
  readonly path: readonly (string | number)[];
}

export type Path = readonly (string | number)[];

/** What a flow declares to the outside. */
export type DeclaredPart = 'resources' | 'inputs' | 'outputs';

export interface DocumentSlice {
  readonly flow: Flow | null;
  readonly readOnly: boolean;
  readonly open: (flow: Flow, revision: number, readOnly: boolean) => void;
  readonly close: () => void;
  /** Puts a new node at `at` (pixels), wires `from` to it and pushes neighbours away: one undo step. Answers its id. */
  readonly addNode: (request: {
    type: string;
    at: Position;
    from?: ExitRef | undefined;
    /** Where the node goes on; the wire of its first exit. */
    to?: string | undefined;
  }) => string | null;
  /** Puts a new node into the wire of an exit. Answers its id. */
  readonly insertNode: (request: { type: string; between: ExitRef }) => string | null;
  readonly removeNodes: (ids: readonly string[]) => void;
  /** Wires an exit, in place of the wire it has; `null` takes the wire away. */
  readonly connect: (from: ExitRef, target: string | null) => void;
  readonly moveNodes: (positions: Readonly<Record<string, Position>>, options?: { burst?: boolean }) => void;
  /** Aligns or spreads the selected nodes. */
  readonly arrangeNodes: (how: Arrangement) => void;
  readonly duplicateNodes: (ids: readonly string[]) => readonly string[];
  /** Nodes with the wires and variables among them, as tagged JSON text. */
  readonly copyNodes: (ids: readonly string[]) => string;
  /** Pastes what copyNodes wrote, its top left corner at `at`. Changes nothing when the text is something else. */
  readonly pasteNodes: (text: string, at?: Position) => Pasted;
  /** Inserts ready-made nodes and wires `from` to the one called `entry`: one undo step. */
  readonly insertGroup: (group: NodeGroup, at: Position, from?: ExitRef) => readonly string[];
  readonly setParam: (
    node: string,
    path: Path,
    value: Json | undefined,
    options?: { label?: string },
  ) => void;
  readonly setLabel: (node: string, text: string) => void;
  /** Gives a node another id and rewrites every wire, handler and template that names it. Answers false when it is taken or malformed. */
  readonly renameNode: (id: string, newId: string) => boolean;
  readonly setSettings: (path: Path, value: Json | undefined) => void;
  /** Sets the languages of the flow, its default first; texts in other languages stay unless `dropTexts` takes them away. */
  readonly setLanguages: (languages: readonly string[], options?: { dropTexts?: boolean }) => void;
  readonly setName: (text: string) => void;
  readonly setVariable: (name: string, value: Json | undefined) => void;
  /** Gives a variable another name, and rewrites every template that reads it and every step that sets it: one undo step. */
  readonly renameVariable: (name: string, newName: string) => boolean;
  /** Declares a resource, an input or an output, or changes what is said of it; `undefined` takes it away. */
  readonly setDeclared: (part: DeclaredPart, name: string, value: JsonObject | undefined) => void;
  /** Gives one of them another name; what reads a resource or an input follows. Answers false when the name is taken or malformed. */
  readonly renameDeclared: (part: DeclaredPart, name: string, newName: string) => boolean;
  readonly replaceFlow: (flow: Flow, label: string) => void;
}

export type Pasted =
  | { readonly ok: true; readonly ids: readonly string[]; readonly variables: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** Ready-made nodes; `layout` is relative to the place where they are inserted. */
export interface NodeGroup {
  readonly name: string;
  readonly entry: string;
  readonly nodes: Readonly<Record<string, { type: string; label?: string; params?: Json; exits?: Json }>>;
  readonly layout: Readonly<Record<string, Position>>;
}

export interface HistorySlice {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Ends the coalescing of keystrokes: the next change is a step of its own. */
  readonly commitField: () => void;
}

export type SelectMode = 'replace' | 'add' | 'toggle';

export interface SelectionSlice {
  readonly selection: readonly string[];
  /** The node whose settings are open; a single selection opens it. */
  readonly inspected: string | null;
  readonly focusField: FieldRef | null;
  /** Counts the wishes to go to the settings. */
  readonly settingsFocusRequests: number;
  /** Asks the canvas to centre a node; `at` tells two requests for one node apart. */
  readonly reveal: { readonly node: string; readonly at: number } | null;
  readonly select: (ids: readonly string[], mode?: SelectMode) => void;
  readonly inspect: (node: string | null) => void;
  /** Selects a node and puts the keyboard into its settings. */
  readonly openSettings: (node: string) => void;
  readonly revealNode: (node: string) => void;
  /** Selects the node, centres it and focuses the field in the inspector. */
  readonly revealField: (node: string, path?: Path) => void;
}

export type {
  Choose,
  KeptDraft,
  KeptDrafts,
  SaveFlow,
  SaveOutcome,
  SaveSlice,
  SaveState,
} from './saving/save-state.ts';

export interface ProblemsSlice {
  readonly problems: readonly Problem[];
  readonly problemsByNode: ReadonlyMap<string, readonly Problem[]>;
  readonly nextProblem: () => void;
  readonly previousProblem: () => void;
}

/** Something to choose from a searchable list; `screen` is where the list opens, in pixels of the window. */
export type PickerRequest = { readonly screen: Position } & (
  | {
      /** A new node: after an exit, before a node, inside a wire, or on its own. */
      readonly kind: 'add';
      readonly at: Position;
      readonly from?: ExitRef | undefined;
      readonly to?: string | undefined;
      readonly between?: ExitRef | undefined;
    }
  | { readonly kind: 'connect'; readonly from: ExitRef }
);

/** What the canvas tells about itself while it is on screen. */
export interface Viewport {
  /** The middle of what is seen, on the canvas. */
  readonly centre: () => Position;
}

/** A name that a flow declares and somebody is about to give a value to. */
export interface BindingRequest {
  readonly name: string;
  readonly type: ResourceType;
  readonly title?: string | undefined;
}

export interface ViewportSlice {
  readonly picker: PickerRequest | null;
  /** The resource whose value is being asked for, wherever the wish came from. */
  readonly bindingRequest: BindingRequest | null;
  readonly requestBinding: (asked: BindingRequest | null) => void;
  readonly openPicker: (request: PickerRequest) => void;
  readonly closePicker: () => void;
  readonly setViewport: (viewport: Viewport | null) => void;
  /** Adds a node where it is most likely wanted: after the selected one, else in the middle of what is seen. */
  readonly appendNode: (type: string) => string | null;
}

export interface AnnouncementsSlice {
  readonly announcement: { readonly text: string; readonly at: number } | null;
  /** Says something to people who use a screen reader. */
  readonly announce: (text: string) => void;
}

export type EditorState = DocumentSlice &
  HistorySlice &
  SelectionSlice &
  SaveSlice &
  ProblemsSlice &
  ViewportSlice &
  AnnouncementsSlice;

/** What the store needs from outside; tests pass their own. */
export interface EditorPorts {
  readonly lint: (flow: Flow) => readonly Problem[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs something after so many milliseconds; answers how to call it off. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly keptDrafts: KeptDrafts;
  /** Where the person is, such as America/Chicago. */
  readonly timeZone: string;
}

export type EditorSet = (change: Partial<EditorState>) => void;
export type EditorGet = () => EditorState;

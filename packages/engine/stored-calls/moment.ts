import type { JsonObject } from '@gatherline/flow';

/** A moment at which a call is stored while a step keeps it waiting, and how it goes on from there. */
export interface Moment {
  /** Name of its file, without the ending; it begins with the type. */
  readonly name: string;
  /** The node type that keeps the call waiting. */
  readonly shows: string;
  /** Parameters of the step, over those it has fresh from the palette. */
  readonly params?: JsonObject;
  readonly direction?: 'incoming' | 'outgoing';
  /** Parameters of the flow's start. */
  readonly start?: JsonObject;
  readonly variables?: JsonObject;
  /** The node to which the start leads, where that is not the step. */
  readonly begins?: string;
  /** Other nodes of the flow, and a flow that the step enters. */
  readonly nodes?: JsonObject;
  readonly subflow?: { readonly id: string; readonly nodes: JsonObject };
  /** What happens in the step before the call is stored. */
  readonly before?: readonly Happening[];
  /** What happens to the stored call. */
  readonly next: readonly Happening[];
  /** The exit by which the call leaves the step then. */
  readonly leavesBy: string;
  /** The node that is left, where that is not the step. */
  readonly leaves?: string;
}

/** Something that happens to a call. */
export type Happening =
  /** The carrier tells of the caller's leg, or of another one. */
  | { readonly told: string; readonly payload?: JsonObject; readonly leg?: string; readonly id?: string }
  /** The carrier takes the last command of that name, or refuses it. */
  | { readonly accepted: string; readonly response?: JsonObject }
  | { readonly refused: string; readonly code: string; readonly title: string }
  /** A server answers the last request. */
  | { readonly answered: JsonObject }
  | { readonly signal: string }
  /** The awaited moment comes. */
  | { readonly time: 'is over' };

export const told = (type: string, payload: JsonObject = {}): Happening => ({ told: type, payload });
export const otherLeg = (type: string, leg: string, payload: JsonObject = {}): Happening => ({
  told: type,
  leg,
  payload,
});
export const accepted = (action: string, response: JsonObject = {}): Happening => ({
  accepted: action,
  response,
});
export const timeIsOver: Happening = { time: 'is over' };

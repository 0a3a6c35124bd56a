// Compiled, never run: does not compile when an action's parameters and those of the `telnyx` package part ways.
import type {
  ActionJoinAIAssistantParams,
  ActionPayParams,
  ActionSendSipInfoParams,
  ActionStartConversationRelayParams,
  ActionStartForkingParams,
  ActionStartSiprecParams,
  ActionStartStreamingParams,
  ActionStopConversationRelayParams,
  ActionStopForkingParams,
  ActionStopSiprecParams,
  ActionStopStreamingParams,
  ActionSwitchSupervisorRoleParams,
} from 'telnyx/resources/calls/actions';
import type { Proven } from '../carrier-parameters/parts/same-parameters.ts';
import type { otherActions } from './other-actions.ts';

/** What sets our parameters apart from the SDK's: names, those that must be there, kinds and values. */
interface Compared<Ours, Sdk> {
  missing: Exclude<keyof Sdk, keyof Ours | 'client_state' | 'command_id'>;
  unknown: Exclude<keyof Ours, keyof Sdk>;
  loose: Exclude<Demanded<Sdk>, Marked<Ours>>;
  strict: Exclude<Marked<Ours>, Demanded<Sdk>>;
  unfit: {
    [Name in keyof Ours & keyof Sdk]: Fits<Ours[Name], Exclude<Sdk[Name], undefined>> extends true
      ? never
      : Name;
  }[keyof Ours & keyof Sdk];
}

type Nothing = { readonly [Name in never]: never };
type Demanded<Sdk> = { [Name in keyof Sdk]-?: Nothing extends Pick<Sdk, Name> ? never : Name }[keyof Sdk];
type Marked<Ours> = {
  [Name in keyof Ours]: Ours[Name] extends { required: true } ? Name : never;
}[keyof Ours];

interface KindTypes {
  string: string;
  integer: number;
  number: number;
  boolean: boolean;
  object: object;
  array: readonly unknown[];
}

type Fits<Ours, Type> = Ours extends { values: readonly (infer Value)[] }
  ? [Value, Type] extends [Type, Value]
    ? true
    : false
  : Ours extends { fields: infer Fields }
    ? [Compared<Fields, Type>[keyof Compared<Fields, Type>]] extends [never]
      ? true
      : false
    : Ours extends { items: infer Item }
      ? Type extends readonly (infer SdkItem)[]
        ? Fits<Item, SdkItem>
        : false
      : Ours extends { kind: infer Kind extends keyof KindTypes }
        ? [Type] extends [KindTypes[Kind]]
          ? true
          : false
        : true;

type Others = typeof otherActions;

/** One proof for each action that has no node of its own. */
export interface ProvenActions {
  ai_assistant_join: Proven<Compared<Others['ai_assistant_join'], ActionJoinAIAssistantParams>>;
  conversation_relay_start: Proven<
    Compared<Others['conversation_relay_start'], ActionStartConversationRelayParams>
  >;
  conversation_relay_stop: Proven<
    Compared<Others['conversation_relay_stop'], ActionStopConversationRelayParams>
  >;
  fork_start: Proven<Compared<Others['fork_start'], ActionStartForkingParams>>;
  fork_stop: Proven<Compared<Others['fork_stop'], ActionStopForkingParams>>;
  pay: Proven<Compared<Others['pay'], ActionPayParams>>;
  send_sip_info: Proven<Compared<Others['send_sip_info'], ActionSendSipInfoParams>>;
  siprec_start: Proven<Compared<Others['siprec_start'], ActionStartSiprecParams>>;
  siprec_stop: Proven<Compared<Others['siprec_stop'], ActionStopSiprecParams>>;
  streaming_start: Proven<Compared<Others['streaming_start'], ActionStartStreamingParams>>;
  streaming_stop: Proven<Compared<Others['streaming_stop'], ActionStopStreamingParams>>;
  switch_supervisor_role: Proven<
    Compared<Others['switch_supervisor_role'], ActionSwitchSupervisorRoleParams>
  >;
}

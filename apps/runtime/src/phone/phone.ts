import { randomUUID } from 'node:crypto';
import type { Emulator } from '@gatherline/emulator';
import type { PhoneLine } from '@gatherline/emulator/model';
import type { CallTarget } from '../calls/advance-call.ts';
import type { Batch, Source } from '../live/event-stream.ts';
import { RequestError } from '../request-error.ts';
import type { FlowVersion } from '../store/ports/call-store.ts';

export interface Ring {
  readonly flowVersion: FlowVersion;
  readonly to: string;
  readonly from?: string | undefined;
}

export type Act =
  | { readonly act: 'press'; readonly digits: string }
  | { readonly act: 'say'; readonly text: string }
  | { readonly act: 'hang_up' };

/** The caller in the browser: rings a flow through the emulator, and hears what a caller would. */
export interface Phone {
  /** Resolves with the call_control_id as soon as it rings. */
  ring(ring: Ring): Promise<string>;
  act(callControlId: string, act: Act): Promise<void>;
  /** What that caller heard after the thing numbered `afterSeq`, until the call is over. */
  heard(callControlId: string, afterSeq: number): Source;
  /** The flow that a call on this connection was rung for. */
  readonly target: (connectionId: string | null) => CallTarget | null;
}

interface Held {
  readonly phone: PhoneLine;
  isOver: boolean;
}

const callerNumber = '+13125550142';
/** Calls that ended longest ago are forgotten first. */
const remembered = 500;

export function createPhone(emulator: Pick<Emulator, 'line' | 'onHeard'>): Phone {
  const line = emulator.line();
  const targets = new Map<string, CallTarget>();
  const phones = new Map<string, Held>();
  emulator.onHeard(({ kind, callControlId }) => {
    const held = phones.get(callControlId);
    if (kind === 'hung_up' && held !== undefined) held.isOver = true;
  });

  function find(callControlId: string): Held {
    const held = phones.get(callControlId);
    if (held === undefined) throw new RequestError(404, 'no_such_call', 'The phone made no such call.');
    return held;
  }

  return {
    async ring({ flowVersion, to, from = callerNumber }) {
      // The webhook that says it rings may be here before the call has a name: it is known by its connection.
      const connectionId = `phone-${randomUUID()}`;
      remember(targets, connectionId, { flowVersion, isTest: true });
      const phone = await line.dialIn({ from, to, connectionId });
      remember(phones, phone.callControlId, { phone, isOver: false });
      return phone.callControlId;
    },
    async act(callControlId, act) {
      const { phone, isOver } = find(callControlId);
      if (isOver) throw new RequestError(409, 'call_over', 'This call is over.');
      await phone.act(toCallerAct(act));
    },
    heard(callControlId, afterSeq) {
      const watch: Source['watch'] = (listener) =>
        emulator.onHeard((heard) => {
          if (heard.callControlId === callControlId) listener();
        });
      return heardSource(find(callControlId), afterSeq, watch);
    },
    target: (connectionId) => targets.get(connectionId ?? '') ?? null,
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  const oldest = map.size < remembered ? undefined : map.keys().next().value;
  if (oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}

function toCallerAct(act: Act): Parameters<PhoneLine['act']>[0] {
  if (act.act === 'press') return { kind: 'press', digits: act.digits };
  return act.act === 'say' ? { kind: 'say', text: act.text } : { kind: 'hang_up' };
}

function heardSource(held: Held, afterSeq: number, watch: Source['watch']): Source {
  let lastSeq = afterSeq;
  return {
    watch,
    async next(): Promise<Batch> {
      const { phone, isOver: isLast } = held;
      const heard = phone.heardSince(lastSeq);
      lastSeq = heard.at(-1)?.seq ?? lastSeq;
      return { events: heard.map((one) => ({ event: 'heard', data: one, id: one.seq })), isLast };
    },
  };
}

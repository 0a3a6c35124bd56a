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
  readonly connectionId: string;
  isOver: boolean;
}

const callerNumber = '+13125550142';
/** Calls that may go on at one time. */
const mostCalls = 2_000;
/** Calls that are over and can still be looked at; those that were rung first are forgotten first. */
const remembered = 500;

export function createPhone(
  emulator: Pick<Emulator, 'line' | 'onHeard'>,
  { mostAtOnce = mostCalls } = {},
): Phone {
  const line = emulator.line();
  const targets = new Map<string, CallTarget>();
  const phones = new Map<string, Held>();
  emulator.onHeard(({ kind, callControlId }) => {
    const held = phones.get(callControlId);
    if (kind === 'hung_up' && held !== undefined) held.isOver = true;
  });

  /** A call that goes on must be found, or its next event would land on the flow of somebody else. */
  function makeRoom(): void {
    const over = [...phones].filter(([, { isOver }]) => isOver);
    if (targets.size - over.length >= mostAtOnce) {
      const message = `${mostAtOnce} calls of the phone go on at once: hang some of them up first.`;
      throw new RequestError(429, 'phone_busy', message);
    }
    for (const [id, { connectionId }] of over.slice(0, Math.max(0, over.length - remembered + 1))) {
      phones.delete(id);
      targets.delete(connectionId);
    }
  }

  function find(callControlId: string): Held {
    const held = phones.get(callControlId);
    if (held === undefined) throw new RequestError(404, 'no_such_call', 'The phone made no such call.');
    return held;
  }

  return {
    async ring({ flowVersion, to, from = callerNumber }) {
      makeRoom();
      // The webhook that says it rings may be here before the call has a name: it is known by its connection.
      const connectionId = `phone-${randomUUID()}`;
      targets.set(connectionId, { flowVersion, isTest: true });
      const phone = await line.dialIn({ from, to, connectionId });
      phones.set(phone.callControlId, { phone, connectionId, isOver: false });
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

import { randomUUID } from 'node:crypto';
import type { Carrier, CommandOutcome } from '@gatherline/carrier';
import { definitionOf, type JsonObject } from '@gatherline/flow';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { RequestError } from '../../request-error.ts';
import type { CallStore, CarrierName, Dial, FlowVersion } from '../../store/ports/call-store.ts';
import type { DocumentCache } from '../../store/document-cache.ts';
import type { InFlight } from '../../in-flight.ts';
import type { ResolveCallInputs } from '../inbound/resolve-call-inputs.ts';
import type { NoteFault } from '../faults.ts';
import { readLeg, writeDialId } from '../inbound/leg.ts';
import type { ApplyToCall } from '../apply-to-call.ts';
import type { Reducers } from '../reducers.ts';

export interface DialOutParts {
  readonly calls: Pick<CallStore, 'saveDial' | 'closeDial'>;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  readonly resolveCallInputs: ResolveCallInputs;
  readonly reducers: Reducers;
  readonly applyToCall: ApplyToCall;
  readonly documents: DocumentCache;
  readonly noteFault: NoteFault;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly log: Logger;
}

export interface DialRequest {
  readonly carrier: CarrierName;
  readonly from: string;
  readonly to: string;
  readonly connectionId: string;
  readonly variables: JsonObject;
  readonly flowVersion: FlowVersion;
}

export interface DialOut {
  /** Places a call; the answer is its call_control_id. Rejects with RequestError when the carrier does not take it. */
  place(request: DialRequest): Promise<string>;
  /** Sends a dial of a former process again. */
  resend(dial: Dial): Promise<void>;
}

export function createDialOut(parts: DialOutParts): DialOut {
  const { calls, carriers, resolveCallInputs, reducers, applyToCall, noteFault, clock, inFlight, log } =
    parts;

  async function send(dial: Dial): Promise<string> {
    const { id, from, to, connectionId } = dial;
    const carrier = carriers.get(dial.carrier);
    if (carrier === undefined) throw new Error(`There is no carrier ${dial.carrier} to dial with.`);
    const body = { ...dial.dialsWith, connection_id: connectionId, from, to, client_state: writeDialId(id) };
    const outcome = await carrier.send({ action: 'dial', callControlId: null, commandId: id, body });
    if (outcome.kind !== 'accepted') return giveUp(dial, toRequestError(outcome));

    const leg = readLeg(outcome.response);
    if (leg.call_control_id === null) return giveUp(dial, unnamed());
    const address = { by: 'leg', callControlId: leg.call_control_id, sessionId: null, dialId: id } as const;
    const atMs = clock.now();
    await applyToCall({ carrier: dial.carrier, eventId: null, address, atMs }, reducers.onDialled(leg, atMs));
    log.info({ call: leg.call_control_id, flow: dial.flowVersion.flow }, 'a call was placed');
    return leg.call_control_id;
  }

  async function giveUp({ id }: Dial, error: RequestError): Promise<never> {
    await calls.closeDial(id);
    throw error;
  }

  return {
    async place(request) {
      const inputs = await resolveCallInputs(request.flowVersion);
      const dialsWith = dialsWithOf(request.flowVersion, parts.documents);
      const dial = { ...request, ...inputs, dialsWith, id: randomUUID(), createdMs: clock.now() };
      await calls.saveDial(dial);
      return inFlight.track(send(dial));
    },
    async resend(dial) {
      try {
        await inFlight.track(send(dial));
      } catch (error) {
        if (!(error instanceof RequestError)) return noteFault('dial', error, { dial: dial.id });
        log.warn({ dial: dial.id, err: error }, 'a call that was to be placed before the restart was not');
      }
    },
  };
}

/** What the entry of the flow wants of the dial. */
function dialsWithOf({ document: { hash, text } }: FlowVersion, documents: DocumentCache): JsonObject {
  const { nodes } = documents(hash, () => text);
  const wishes = Object.values(nodes).map(({ type, params }) => definitionOf(type)?.dialsWith?.(params));
  return Object.assign({}, ...wishes);
}

function unnamed(): RequestError {
  return new RequestError(
    502,
    'carrier_unclear',
    'The carrier took the call without saying its call_control_id.',
  );
}

function toRequestError({ kind, refusal }: Exclude<CommandOutcome, { kind: 'accepted' }>): RequestError {
  const { title, detail, code } = refusal;
  const reason = [title, detail].filter((part) => part !== '').join(': ');
  return kind === 'unavailable'
    ? new RequestError(
        503,
        'carrier_unavailable',
        `The carrier can not be reached now (${reason}): try again later.`,
      )
    : new RequestError(422, 'carrier_refused', `The carrier refuses this call (${code}, ${reason}).`);
}

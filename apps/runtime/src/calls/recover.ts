import type { Carrier } from '@gatherline/carrier';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { CallStore, CarrierName } from '../store/ports/call-store.ts';
import { StoreUnavailableError } from '../store/ports/store.ts';
import type { CommandDispatcher } from './dispatch/command-dispatcher.ts';
import type { DialOut } from './dial/dial-out.ts';
import type { NoteFault } from './faults.ts';
import type { ApplyToCall } from './apply-to-call.ts';
import { repeatableForMs } from './dispatch/send-command.ts';
import type { Reducers } from './reducers.ts';

export interface RecoverParts {
  readonly calls: CallStore;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  readonly reducers: Reducers;
  readonly applyToCall: ApplyToCall;
  readonly dispatcher: Pick<CommandDispatcher, 'resume'>;
  readonly dialOut: Pick<DialOut, 'resend'>;
  readonly noteFault: NoteFault;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes up what a former process left in the store. */
export async function recover(parts: RecoverParts): Promise<void> {
  await endCallsOfTheFormerEmulator(parts);
  await resumeCommands(parts);
  await resumeDials(parts);
}

/** The emulator lives inside this service, and its calls ended with the process. */
async function endCallsOfTheFormerEmulator({
  calls,
  reducers,
  applyToCall,
  noteFault,
  clock,
}: RecoverParts): Promise<void> {
  const atMs = clock.now();
  const reducer = reducers.onInput({ kind: 'gone', why: 'The service was restarted.' }, atMs);
  const ids = await calls.unended('emulator');
  await Promise.all(
    ids.map(async (callId) => {
      try {
        await applyToCall(
          { carrier: 'emulator', eventId: null, address: { by: 'call', callId }, atMs },
          reducer,
        );
      } catch (error) {
        if (error instanceof StoreUnavailableError) throw error;
        noteFault('start', error, { call: callId });
      }
    }),
  );
}

async function resumeCommands({ calls, carriers, dispatcher, noteFault, log }: RecoverParts): Promise<void> {
  const { kept: pending, lost } = await calls.claimPending();
  for (const call of lost) noteFault('start', new Error('A stored command can not be read.'), { call });
  const ofTheFormerEmulator = pending.filter(({ carrier }) => carrier === 'emulator');
  await Promise.all(ofTheFormerEmulator.map(({ command, seq }) => calls.acknowledge(command.callId, seq)));

  const ours = pending.filter(({ carrier }) => carrier !== 'emulator' && carriers.has(carrier));
  if (ours.length > 0)
    log.info({ commands: ours.length }, 'commands that waited at the last stop are taken up');
  dispatcher.resume(ours);
}

async function resumeDials({ calls, carriers, dialOut, noteFault, clock, log }: RecoverParts): Promise<void> {
  const { kept, lost } = await calls.unbegunDials();
  for (const dial of lost) noteFault('start', new Error('A stored dial can not be read.'), { dial });
  for (const dial of kept) {
    const isYoung = clock.now() - dial.createdMs <= repeatableForMs;
    if (isYoung && carriers.has(dial.carrier) && dial.carrier !== 'emulator') {
      void dialOut.resend(dial);
      continue;
    }
    log.warn(
      { dial: dial.id },
      'nobody knows whether a call was placed before the restart; it is not placed again',
    );
    await calls.closeDial(dial.id);
  }
}

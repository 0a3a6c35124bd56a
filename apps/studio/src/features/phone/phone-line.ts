import type { Heard } from '@gatherline/emulator/model';
import type { Flow } from '@gatherline/flow';
import { createStore } from 'zustand/vanilla';
import type {
  act,
  AnyTraceEntry,
  CallerAct,
  followCall,
  listenToPhone,
  ring,
  StreamState,
} from '../../api/index.ts';
import { causeInWords, type Happening, withTextMessage } from '../../call-view/index.ts';

export interface PhoneState {
  readonly status: 'idle' | 'saving' | 'ringing' | 'connected' | 'ended';
  readonly callId: string | null;
  /** Milliseconds since the epoch. */
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  /** Why the call ended, in words. */
  readonly cause: string | null;
  /** What went wrong with the phone itself. */
  readonly problem: string | null;
  readonly happenings: readonly Happening[];
  readonly trace: readonly AnyTraceEntry[];
  readonly connection: StreamState;
  /** The flow as it stood when it was rung. */
  readonly rung: Flow | null;
}

/** What the phone needs from around it; tests play the service and the canvas. */
export interface PhonePorts {
  readonly ring: typeof ring;
  readonly act: typeof act;
  readonly listen: typeof listenToPhone;
  readonly follow: typeof followCall;
  readonly now: () => number;
  /** Saves the open flow and answers it; a sentence when it could not be saved. */
  readonly save: () => Promise<Flow | string>;
  readonly canvas: {
    readonly startRun: (callId: string) => void;
    readonly applyTrace: (entry: AnyTraceEntry) => void;
    readonly endRun: () => void;
    readonly announce: (text: string) => void;
  };
  readonly voice: { readonly speak: (heard: Heard) => void; readonly hush: () => void };
}

const idle: PhoneState = {
  status: 'idle',
  callId: null,
  connectedAt: null,
  endedAt: null,
  cause: null,
  problem: null,
  happenings: [],
  trace: [],
  connection: 'closed',
  rung: null,
};

/** One phone: rings the saved draft, hears it, and follows the call's trace. One call at a time. */
export function createPhoneLine(ports: PhonePorts) {
  const { canvas, voice, now } = ports;
  const store = createStore<PhoneState>(() => idle);
  const { getState, setState } = store;
  let closeStreams = () => {};
  let acts = 0;
  let calls = 0;

  const end = (cause: string) => {
    voice.hush();
    if (getState().status === 'ended') return;
    setState({ status: 'ended', endedAt: now(), cause: causeInWords(cause) });
    canvas.announce(`Call ended: ${causeInWords(cause)}`);
  };

  const hear = (heard: Heard) => {
    setState(({ happenings }) => ({ happenings: [...happenings, { by: 'line', heard }] }));
    if (heard.kind === 'speech' || heard.kind === 'assistant') voice.speak(heard);
    if (heard.kind === 'cut' || heard.kind === 'hung_up') voice.hush();
    if (heard.kind === 'answered' && getState().status === 'ringing') {
      setState({ status: 'connected', connectedAt: now() });
      canvas.announce('Connected');
    }
    if (heard.kind === 'hung_up') end(heard.cause);
  };

  const connect = (callId: string) => {
    const onState = (connection: StreamState) => {
      if (connection === 'closed') return;
      const problem =
        connection === 'failed' ? 'The line to the service broke and could not be taken up again.' : null;
      setState({ connection, ...(problem === null ? {} : { problem }) });
    };
    const deafen = ports.listen(callId, {
      onState,
      onHeard(heard) {
        hear(heard);
        if (heard.kind === 'hung_up') deafen();
      },
    });
    const unfollow = ports.follow(callId, {
      onState: () => undefined,
      onRestart() {
        setState({ trace: [] });
        canvas.startRun(callId);
      },
      onTrace(entry) {
        setState(({ trace, happenings }) => ({
          trace: [...trace, entry],
          happenings: withTextMessage(happenings, entry),
        }));
        canvas.applyTrace(entry);
        if (entry.kind === 'ended') end(entry.cause);
      },
      onCall: () => undefined,
      onEnd() {
        unfollow();
        canvas.endRun();
      },
    });
    closeStreams = () => {
      deafen();
      unfollow();
    };
  };

  const send = async (what: CallerAct, keepalive = false) => {
    const { callId, status } = getState();
    if (callId === null || (status !== 'ringing' && status !== 'connected')) return;
    acts += 1;
    const done: Happening = { by: 'me', act: what, id: acts };
    if (what.act !== 'hang_up') setState(({ happenings }) => ({ happenings: [...happenings, done] }));
    try {
      await ports.act(callId, what, keepalive);
    } catch (cause) {
      if (getState().callId === callId) setState({ problem: sentenceOf(cause) });
    }
  };

  return {
    store,
    /** Saves the flow, then rings it; what is said in between belongs to nobody. */
    async call(from: string) {
      const { status } = getState();
      if (status === 'saving' || status === 'ringing' || status === 'connected') return;
      closeStreams();
      calls += 1;
      const own = calls;
      setState({ ...idle, status: 'saving' });
      const saved = await ports.save();
      if (own !== calls) return;
      if (typeof saved === 'string') return setState({ status: 'idle', problem: saved });
      try {
        const callId = await ports.ring({ flow: saved.id, ...(from === '' ? {} : { from }) });
        if (own !== calls) return await ports.act(callId, { act: 'hang_up' }, true);
        setState({ status: 'ringing', callId, rung: saved, connection: 'connecting' });
        canvas.announce('Ringing');
        canvas.startRun(callId);
        connect(callId);
      } catch (cause) {
        if (own === calls) setState({ status: 'idle', problem: sentenceOf(cause) });
      }
    },
    press: (digits: string) => send({ act: 'press', digits }),
    say: (text: string) => send({ act: 'say', text }),
    hangUp: () => send({ act: 'hang_up' }),
    /** Hangs up for good, also while the page is going away, and forgets the call. */
    leave() {
      calls += 1;
      void send({ act: 'hang_up' }, true);
      closeStreams();
      voice.hush();
      setState(idle);
    },
  };
}

function sentenceOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

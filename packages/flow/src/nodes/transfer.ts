import { z } from 'zod';
import { transferExclusive, transferParams } from '../carrier-parameters/index.ts';
import {
  type Decision,
  type NodeContext,
  type NodeEvent,
  defineNode,
  end,
  leave,
  wait,
} from '../definition.ts';
import { bodyOf } from './body.ts';
import { error } from './exits.ts';
import { CALL_LIMIT_MS, MARGIN_MS } from './speech-length.ts';
import { textOf } from './summaries.ts';

const awaited = ['call.answered', 'call.bridged', 'call.hangup'];

const hangup = z.object({ hangup_cause: z.string().nullish().catch(null) });

/** Why the other phone did not take the call, by the carrier's hangup_cause. */
const exitByCause: { readonly [cause: string]: string } = {
  user_busy: 'busy',
  no_answer: 'no_answer',
  timeout: 'no_answer',
  call_rejected: 'declined',
};

export const transfer = defineNode({
  type: 'transfer',
  title: 'Transfer',
  help: 'Rings another number and connects the caller. If it is busy or nobody answers, the call goes on here.',
  category: 'connect',
  icon: 'phone-outgoing',
  synonyms: ['forward', 'connect', 'dial', 'operator', 'agent', 'human', 'call', 'reception'],
  action: 'transfer',
  role: 'step',
  listens: true,
  params: transferParams,
  exclusive: transferExclusive,
  defaults: { to: '', timeout_secs: 25 },
  exits: () => [
    { id: 'answered', label: 'After the conversation', kind: 'outcome', endsQuietly: true },
    { id: 'busy', label: 'Busy', kind: 'outcome', fallsTo: 'error' },
    { id: 'no_answer', label: 'No answer', kind: 'outcome', fallsTo: 'error' },
    { id: 'declined', label: 'Declined', kind: 'outcome', fallsTo: 'error' },
    { id: 'failed', label: 'Failed', kind: 'outcome', fallsTo: 'error' },
    error,
  ],
  outputs: () => [{ name: 'status', title: 'How it ended', example: 'no_answer' }],
  summary: (params) => textOf(params.to),
  enter({ params, wired }) {
    // Unless it is parked, the carrier hangs the caller up with the other phone, and the exit would lead nowhere.
    const parked = wired.has('answered') ? { park_after_unbridge: 'self' } : {};
    return wait(awaited, (params.timeout_secs ?? 30) * 1_000 + MARGIN_MS, {
      memory: 'ringing',
      commands: [{ action: 'transfer', params: { ...parked, ...bodyOf(params) }, opensLeg: true }],
    });
  },
  handle: (context, event) => steps[event.type]?.(context, event),
});

type Step = (context: NodeContext<z.output<typeof transferParams>>, event: NodeEvent) => Decision | undefined;

const steps: { readonly [type: string]: Step } = {
  'call.answered': talk,
  'call.bridged': talk,
  'call.hangup': finish,
};

function talk({ params }: Parameters<Step>[0], _event: NodeEvent): Decision {
  const talkMs = (params.time_limit_secs ?? CALL_LIMIT_MS / 1_000) * 1_000;
  return wait(awaited, talkMs + MARGIN_MS, { memory: 'talking' });
}

function finish({ memory, wired }: Parameters<Step>[0], event: NodeEvent): Decision | undefined {
  if (event.leg === 'own') return undefined;
  const cause = hangup.parse(event.payload).hangup_cause ?? 'unspecified';
  if (memory !== 'talking') {
    const exit = exitByCause[cause] ?? 'failed';
    return leave(exit, { outputs: { status: exit }, why: `The other phone: ${cause}.` });
  }
  if (wired.has('answered')) return leave('answered', { outputs: { status: 'answered' } });
  return { ...end([{ action: 'hangup', params: {} }]), outputs: { status: 'answered' } };
}

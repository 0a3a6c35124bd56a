import { z } from 'zod';
import { transferExclusive, transferParams } from '../carrier-parameters/index.ts';
import {
  type CommandRequest,
  type Decision,
  type NodeContext,
  type NodeEvent,
  defineNode,
  end,
  leave,
  type Stop,
  wait,
} from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { error } from './parts/exits.ts';
import { CALL_LIMIT_MS, MARGIN_MS } from './parts/speech-length.ts';
import { textOf } from './parts/summaries.ts';

const awaited = ['call.initiated', 'call.answered', 'call.bridged', 'call.hangup'];

const hangup = z.object({ hangup_cause: z.string().nullish().catch(null) });

/** Whether the two talk, and the other phone's call_control_id once it is known. */
const memorySchema = z
  .object({ talking: z.boolean().catch(false), other: z.string().nullable().catch(null) })
  .catch({ talking: false, other: null });

type Memory = z.infer<typeof memorySchema>;
type Context = NodeContext<z.output<typeof transferParams>>;

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
  shownNumber: 'from',
  waitsForCaller: true,
  params: transferParams,
  exclusive: transferExclusive,
  defaults: { to: '', timeout_secs: 25 },
  exits: () => [
    { id: 'answered', label: 'After the conversation', kind: 'outcome', endsQuietly: true },
    { id: 'busy', label: 'Busy', kind: 'outcome', fallsBackTo: 'error' },
    { id: 'no_answer', label: 'No answer', kind: 'outcome', fallsBackTo: 'error' },
    { id: 'declined', label: 'Declined', kind: 'outcome', fallsBackTo: 'error' },
    { id: 'failed', label: 'Failed', kind: 'outcome', fallsBackTo: 'error' },
    error,
  ],
  outputs: () => [{ name: 'status', title: 'How it ended', example: 'no_answer' }],
  sounding: () => 'silences',
  summary: (params) => textOf(params.to),
  stop({ memory }): Stop {
    const { other } = memorySchema.parse(memory);
    const commands = other === null ? [] : [{ action: 'hangup', params: {}, leg: other }];
    return { commands, until: ['call.hangup'] };
  },
  enter(context) {
    const { params, wired, interruptible } = context;
    // Unless it is parked, the carrier hangs the caller up with the other phone, and nothing could go on.
    const parked = wired.has('answered') || interruptible ? { park_after_unbridge: 'self' } : {};
    return stay(context, { talking: false, other: null }, [
      { action: 'transfer', params: { ...parked, ...bodyOf(params) }, opensLeg: 'with_caller' },
    ]);
  },
  handle(context, event) {
    const memory = memorySchema.parse(context.memory);
    if (event.type === 'call.hangup') return finish(context, memory, event);
    const other = otherIn(event) ?? memory.other;
    if (memory.talking) return wait(awaited, null, { memory: { talking: true, other } });
    // Of the caller's own leg, only being connected says that somebody has answered.
    const talking =
      event.type === 'call.bridged' || (event.leg === 'other' && event.type === 'call.answered');
    return stay(context, { talking, other });
  },
});

function stay({ params }: Context, memory: Memory, commands: readonly CommandRequest[] = []): Decision {
  const { timeout_secs: ring = 30, time_limit_secs: talk = CALL_LIMIT_MS / 1_000 } = params;
  return wait(awaited, (memory.talking ? talk : ring) * 1_000 + MARGIN_MS, { memory, commands });
}

function otherIn({ leg, payload }: NodeEvent): string | undefined {
  const { call_control_id: id } = payload;
  return leg === 'other' && typeof id === 'string' ? id : undefined;
}

function finish({ wired }: Context, { talking }: Memory, event: NodeEvent): Decision | undefined {
  // What comes after a conversation comes after it whoever's hang-up is told first.
  if (event.leg === 'own')
    return talking ? leave('answered', { outputs: { status: 'answered' } }) : undefined;
  const cause = hangup.parse(event.payload).hangup_cause ?? 'unspecified';
  if (!talking) {
    const exit = exitByCause[cause] ?? 'failed';
    return leave(exit, { outputs: { status: exit }, why: `The other phone: ${cause}.` });
  }
  if (wired.has('answered')) return leave('answered', { outputs: { status: 'answered' } });
  return { ...end([{ action: 'hangup', params: {} }]), outputs: { status: 'answered' } };
}

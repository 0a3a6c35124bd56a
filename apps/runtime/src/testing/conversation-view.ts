import type { ManualClock } from '@gatherline/emulator';
import type { PhoneLine } from '@gatherline/emulator/model';
import type { LineView } from '@gatherline/player';
import { z } from 'zod';
import type { WebhookProxy } from './webhook-proxy.ts';
import type { TestService } from './service.ts';
import type { Web } from './web.ts';

/** Where to look to know how a conversation goes. */
export interface Observed {
  readonly service: TestService;
  readonly phone: PhoneLine;
  readonly clock: ManualClock;
  /** Where webhooks are kept back or come again; null: they go straight to the service. */
  readonly post: WebhookProxy | null;
  readonly web: Web;
}

const hangup = z.object({ cause: z.string(), source: z.string() });
const told = z.object({
  kind: z.enum(['received', 'ignored']),
  type: z.literal('call.hangup'),
  payload: z.object({ call_control_id: z.string(), hangup_cause: z.string(), hangup_source: z.string() }),
});
const left = z.object({ kind: z.literal('left'), node: z.string(), exit: z.string() });
const sent = z.object({
  kind: z.literal('sent'),
  at: z.string(),
  action: z.string(),
  body: z.record(z.string(), z.json()),
});
const answer = z.object({
  call: z.object({ node: z.string().nullable(), hangup: hangup.nullable() }),
  trace: z.array(z.unknown()),
});

/** What is known now: on the phone, and of the service by its API. */
export async function viewOf(observed: Observed, broken: string | null): Promise<LineView> {
  const { phone, clock, post } = observed;
  const { call, trace } = await known(observed);
  const isQuiet = clock.nextAtMs() === null;
  const kept = post?.kept() ?? null;
  return {
    heard: phone.heardSince(0),
    left: trace.flatMap((entry) => left.safeParse(entry).data ?? []),
    sent: trace.flatMap((entry) => sent.safeParse(entry).data ?? []),
    node: call.node,
    hangup: hangupIn(trace, phone.callControlId) ?? (isQuiet ? call.hangup : null),
    isQuiet,
    broken:
      broken ??
      (isQuiet && kept !== null
        ? `the carrier never sent ${kept.untilAfter}, so ${kept.type} is still kept back.`
        : null),
  };
}

/** What the service says of the call; nothing as long as its first webhook is on the way. */
async function known({ service, phone, web }: Observed): Promise<z.infer<typeof answer>> {
  const { status, body } = await service.api('GET', `/api/calls/${encodeURIComponent(phone.callControlId)}`);
  if (status === 404) return { call: { node: null, hangup: null }, trace: [] };
  return answer.parse(JSON.parse(web.fromHere(JSON.stringify(body))));
}

/** A refused command may have told the service of the end before the carrier's webhook, which says who hung up. */
function hangupIn(trace: readonly unknown[], callControlId: string): LineView['hangup'] {
  const lines = trace.flatMap((entry) => told.safeParse(entry).data ?? []);
  const own = lines.find(({ payload }) => payload.call_control_id === callControlId)?.payload;
  return own === undefined ? null : { cause: own.hangup_cause, source: own.hangup_source };
}

import type { Conversation } from '@gatherline/conversations';
import { type Accidents, createEmulator, type ManualClock, manualClock } from '@gatherline/emulator';
import type { PhoneLine } from '@gatherline/emulator/model';
import { type LineRequest, type LineView, type RemoteLine, toScript } from '@gatherline/engine/testing';
import type { Flow, RunnableFlow } from '@gatherline/flow';
import nacl from 'tweetnacl';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { furnish } from './furnish.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { openService, type TestService } from './service.ts';
import { openWeb, type Web } from './web.ts';

const apiKey = 'KEY';
/** Real milliseconds of quiet after which nothing more is on its way; idleness is asked of both sides besides. */
const quietMs = 3;

interface Desk {
  readonly service: TestService;
  readonly phone: PhoneLine;
  readonly clock: ManualClock;
  readonly post: PostOffice;
  readonly web: Web;
  readonly carrierUrl: string;
}

interface Circumstances {
  readonly flow: RunnableFlow;
  readonly accidents?: Accidents;
}

/** A service with a flow, a carrier over HTTP before it, and a phone that rings: what a conversation is played on. */
export async function openConversationLine(
  conversation: Conversation,
  { flow, accidents = {} }: Circumstances,
): Promise<RemoteLine> {
  const clock = manualClock(Date.parse(conversation.call.at));
  const web = await openWeb(conversation, clock);
  const post = await openPostOffice();
  const seed = nacl.randomBytes(32);
  const emulator = createEmulator({
    webhookUrl: `${post.url}/webhooks/telnyx`,
    apiKey,
    signingKey: Buffer.from(seed).toString('base64'),
    clock,
    script: toScript(conversation),
    deliveries: accidents,
    quietMs,
  });
  const { url: carrierUrl } = await emulator.listen(0);
  onTestFinished(() => emulator.close());
  const signingKey = nacl.sign.keyPair.fromSeed(seed).secretKey;
  const service = await openService({
    clock,
    carrier: { emulator, url: carrierUrl, signingKey, target: post.target },
    allowedHosts: web.host,
    newSeed: () => conversation.call.seed,
  });
  const played = await furnish(service, conversation, { flow, web });
  const phone = await ring(service, conversation, played);
  const desk = { service, phone, clock, post, web, carrierUrl };
  return { perform: (request) => perform(desk, request) };
}

async function ring(service: TestService, { call }: Conversation, flow: Flow): Promise<PhoneLine> {
  const { from, to, direction, variables } = call;
  const line = service.carrier.line();
  if (direction === 'incoming') return line.dialIn({ from, to });
  const answer = await service.api('POST', '/api/calls', {
    flow: flow.id,
    from,
    to,
    connection_id: '1494404757140276705',
    variables,
  });
  const phone = line.phoneAt(to);
  if (phone === null) throw new Error(`Nobody was called: ${answer.status} ${JSON.stringify(answer.body)}`);
  return phone;
}

async function perform(desk: Desk, request: LineRequest): Promise<LineView> {
  const { phone, post } = desk;
  let broken: string | null = null;
  if (request.do === 'act') await phone.act(request.act);
  if (request.do === 'wait') await passTime(desk, phone.now() + request.ms);
  if (request.do === 'advance') await phone.advance();
  if (request.do === 'command') await command(desk, request);
  if (request.do === 'signal') await raise(desk, request);
  if (request.do === 'hold_back') post.holdBack(request.type, request.untilAfter);
  if (request.do === 'redeliver' && !(await redeliver(desk, request.type))) {
    broken = `the carrier has sent no ${request.type} yet.`;
  }
  await settled(desk);
  return view(desk, broken);
}

async function passTime(desk: Desk, untilMs: number): Promise<void> {
  const { phone } = desk;
  await settled(desk);
  while (await phone.advance(untilMs)) await settled(desk);
  await phone.reach(untilMs);
}

/** Nothing goes on any more but what waits for its time. */
async function settled({ service, web }: Desk): Promise<void> {
  await service.settled();
  // What a server answers, and what it never will, comes in its own real time.
  while (service.requestsInHand() > web.waiting()) {
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    await service.settled();
  }
}

async function raise(
  { service, phone }: Desk,
  { name, data }: Extract<LineRequest, { do: 'signal' }>,
): Promise<void> {
  await service.api('POST', `/api/calls/${encodeURIComponent(phone.callControlId)}/signal`, { name, data });
}

/** A webhook that is late is waited for. */
async function redeliver(desk: Desk, type: string): Promise<boolean> {
  const { phone, post } = desk;
  for (let goesOn = true; goesOn; goesOn = await phone.advance()) {
    await settled(desk);
    if (await post.redeliver(type)) return true;
  }
  return false;
}

async function command(
  { phone, carrierUrl }: Desk,
  { action, params }: Extract<LineRequest, { do: 'command' }>,
) {
  const path = `/v2/calls/${encodeURIComponent(phone.callControlId)}/actions/${action}`;
  await fetch(`${carrierUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(params),
  });
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

/** What the service says of the call; nothing as long as its first webhook is on the way. */
async function known({ service, phone }: Desk): Promise<z.infer<typeof answer>> {
  const { status, body } = await service.api('GET', `/api/calls/${encodeURIComponent(phone.callControlId)}`);
  return status === 404 ? { call: { node: null, hangup: null }, trace: [] } : answer.parse(body);
}

async function view(desk: Desk, broken: string | null): Promise<LineView> {
  const { phone, clock, post, web } = desk;
  const { call, trace } = await known(desk);
  const isQuiet = clock.nextAtMs() === null;
  const kept = post.kept();
  return {
    heard: phone.heardSince(0),
    left: trace.flatMap((entry) => left.safeParse(entry).data ?? []),
    sent: trace.flatMap(
      (entry) => sent.safeParse(JSON.parse(web.fromHere(JSON.stringify(entry)))).data ?? [],
    ),
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

/** A refused command may have told the service of the end before the carrier's webhook, which says who hung up. */
function hangupIn(trace: readonly unknown[], callControlId: string): LineView['hangup'] {
  const lines = trace.flatMap((entry) => told.safeParse(entry).data ?? []);
  const own = lines.find(({ payload }) => payload.call_control_id === callControlId)?.payload;
  return own === undefined ? null : { cause: own.hangup_cause, source: own.hangup_source };
}

import type { Conversation } from '@gatherline/conversations';
import type { PhoneLine } from '@gatherline/emulator/model';
import type { LineRequest, RemoteLine } from '@gatherline/player';
import type { Flow, RunnableFlow } from '@gatherline/flow';
import { type Observed, viewOf } from './conversation-view.ts';
import { installFixtures } from './install-fixtures.ts';
import { afterTheTest } from './at-end.ts';
import { carrierKey, type TestService } from './service.ts';

interface Harness extends Observed {
  readonly carrierUrl: string;
}

/** A line that can tell, after a failure, what went wrong on it. */
export interface ConversationLine extends RemoteLine {
  /** Why steps were left, commands refused and events ignored, as the trace has it. */
  reasons(): Promise<readonly object[]>;
}

interface Setting {
  readonly flow: RunnableFlow;
  /** What the flow is called in the service. */
  readonly id: string;
  readonly harness: Omit<Harness, 'phone'>;
}

/** A service with a flow, a carrier over HTTP before it, and a phone that rings: what a conversation is played on. */
export async function openConversationLine(
  conversation: Conversation,
  { flow, id, harness: { service, web, ...rest } }: Setting,
): Promise<ConversationLine> {
  const furnished = await installFixtures(service, conversation, { flow, id, web });
  afterTheTest(() => furnished.clear());
  const phone = await ring(service, conversation, furnished.flow);
  const harness = { ...rest, service, web, phone };
  return { perform: (request) => perform(harness, request), reasons: () => reasonsIn(harness) };
}

async function ring(service: TestService, { call }: Conversation, flow: Flow): Promise<PhoneLine> {
  const { from, to, direction, variables } = call;
  const line = service.line();
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

async function perform(harness: Harness, request: LineRequest): ReturnType<RemoteLine['perform']> {
  const { phone, post } = harness;
  let broken: string | null = null;
  if (request.do === 'act') await phone.act(request.act);
  if (request.do === 'wait') await passTime(harness, phone.now() + request.ms);
  if (request.do === 'advance') await phone.advance();
  if (request.do === 'command') await command(harness, request);
  if (request.do === 'signal') await raise(harness, request);
  if (request.do === 'hold_back') post?.holdBack(request.type, request.untilAfter);
  if (request.do === 'redeliver' && !(await redeliver(harness, request.type))) {
    broken = `the carrier has sent no ${request.type} yet.`;
  }
  await harness.service.settled();
  return viewOf(harness, broken);
}

async function passTime(harness: Harness, untilMs: number): Promise<void> {
  const { phone, service } = harness;
  await service.settled();
  while (await phone.advance(untilMs)) await service.settled();
  await phone.reach(untilMs);
}

async function reasonsIn({ service, phone }: Harness): Promise<readonly object[]> {
  const { trace } = await service.call(phone.callControlId);
  return trace.filter((line) => 'why' in line || line.kind === 'refused' || line.kind === 'note');
}

async function raise(
  { service, phone }: Harness,
  { name, data }: Extract<LineRequest, { do: 'signal' }>,
): Promise<void> {
  await service.api('POST', `/api/calls/${encodeURIComponent(phone.callControlId)}/signal`, { name, data });
}

/** A webhook that is late is waited for. */
async function redeliver(harness: Harness, type: string): Promise<boolean> {
  const { phone, post } = harness;
  for (let goesOn = true; goesOn; goesOn = await phone.advance()) {
    await harness.service.settled();
    if ((await post?.redeliver(type)) === true) return true;
  }
  return false;
}

async function command(
  { phone, carrierUrl }: Harness,
  { action, params }: Extract<LineRequest, { do: 'command' }>,
) {
  const path = `/v2/calls/${encodeURIComponent(phone.callControlId)}/actions/${action}`;
  await fetch(`${carrierUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${carrierKey}` },
    body: JSON.stringify(params),
  });
}

import { createServer } from 'node:http';
import type { Conversation } from '@gatherline/conversations';
import { type Accidents, type Emulator, type ManualClock, manualClock } from '@gatherline/emulator';
import { toScript, zoneOf } from '@gatherline/player';
import type { RunnableFlow } from '@gatherline/flow';
import { afterTheTest, type AtEnd } from './at-end.ts';
import { type ConversationLine, openConversationLine } from './conversation-line.ts';
import { listenLocally } from './local-server.ts';
import { openWebhookProxy, type WebhookProxy } from './webhook-proxy.ts';
import { createCarrier, openServiceAt } from './service.ts';
import { openWeb, type Web } from './web.ts';

/** One service for many conversations, which come one after the other. */
export interface ConversationHarness {
  /** A line for a conversation, whose phone rings; closed after the test. */
  open(conversation: Conversation, circumstances: Circumstances): Promise<ConversationLine>;
}

interface Circumstances {
  readonly flow: RunnableFlow;
  readonly accidents?: Accidents;
}

/** What surrounds the service while a conversation lasts: its time, its carrier, the servers its flow asks. */
interface World {
  readonly clock: ManualClock;
  readonly emulator: Emulator;
  readonly web: Web | null;
  /** What the next call is given as a text that nobody can guess. */
  readonly seed: string;
  /** Where the service stands. */
  readonly timeZone: string | undefined;
}

/** A service and the port of its carrier; each conversation brings the world that they are in. */
export async function openConversationHarness(atEnd: AtEnd): Promise<ConversationHarness> {
  const target = { url: 'http://127.0.0.1:9' };
  let world = createEmptyWorld();
  let played = 0;
  const front = createServer((request, response) => world.emulator.handle(request, response));
  const carrier = {
    get emulator() {
      return world.emulator;
    },
    url: `http://127.0.0.1:${await listenLocally(front, atEnd)}`,
    target,
  };
  const service = await openServiceAt(carrier, {
    atEnd,
    clock: { now: () => world.clock.now(), at: (atMs, wake) => world.clock.at(atMs, wake) },
    allowedHosts: '127.0.0.1',
    web: { waiting: () => world.web?.waiting() ?? 0 },
    newSeed: () => world.seed,
    timeZone: () => world.timeZone,
  });

  return {
    async open(conversation, { flow, accidents = {} }) {
      played += 1;
      const clock = manualClock(Date.parse(conversation.call.at));
      const web = await openWeb(conversation, clock);
      const post = await postFor(conversation, target);
      const emulator = createCarrier(
        { clock, accidents, script: toScript(conversation) },
        () => (post ?? target).url,
      );
      afterTheTest(() => emulator.close());
      world = { clock, emulator, web, seed: conversation.call.seed, timeZone: zoneOf(conversation.call.at) };
      const harness = { service, clock, post, web, carrierUrl: carrier.url };
      return openConversationLine(conversation, { flow, id: `played_${played}`, harness });
    },
  };
}

/** Nobody calls in it and nothing happens. */
function createEmptyWorld(): World {
  const clock = manualClock();
  return { clock, emulator: createCarrier({ clock }, () => ''), web: null, seed: '', timeZone: undefined };
}

/** Webhooks go straight to the service unless the conversation wants one to be late or to come again. */
async function postFor(
  { steps }: Conversation,
  target: { readonly url: string },
): Promise<WebhookProxy | null> {
  const isMeddledWith = steps.some((step) => 'holds_back' in step || 'redelivers' in step);
  return isMeddledWith ? openWebhookProxy(target) : null;
}

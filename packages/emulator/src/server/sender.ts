import { Agent, request } from 'undici';
import type { WebhookDraft } from '../model/webhooks.ts';
import type { Signer } from './signing.ts';

/** One try to deliver a webhook. `status` null: no answer within two seconds, or none at all. */
export type Attempt = { webhook: WebhookDraft; url: string; attempt: number; status: number | null };

export type Sender = {
  /** Sends a webhook once, signed for this try. */
  attempt(webhook: WebhookDraft, count: number): Promise<Attempt>;
  isClosed(): boolean;
  close(): Promise<void>;
};

type Dependencies = {
  webhookUrl: () => string;
  signer: Signer;
  /** Unix ms for the signature: always the real time, or receivers would refuse what a jumping clock has signed. */
  signedAt: () => number;
};

const timeoutMs = 2000;

/** Posts webhooks as the carrier does: its envelope, its headers, two seconds for an answer. */
export function createSender({ webhookUrl, signer, signedAt }: Dependencies): Sender {
  const agent = new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs },
  });
  const closing = new AbortController();

  async function post(url: string, body: string): Promise<number | null> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'telnyx-webhooks',
      ...signer.sign(body, signedAt()),
    };
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await request(url, { method: 'POST', dispatcher: agent, headers, body, signal });
      await response.body.dump();
      return response.statusCode;
    } catch {
      return null;
    }
  }

  return {
    async attempt(webhook, count) {
      const url = webhook.url ?? webhookUrl();
      const body = JSON.stringify({ data: webhook.data, meta: { attempt: count, delivered_to: url } });
      return { webhook, url, attempt: count, status: await post(url, body) };
    },
    isClosed: () => closing.signal.aborted,
    async close() {
      closing.abort();
      await agent.destroy();
    },
  };
}

import { once } from 'node:events';
import { createEmulator, scaledClock } from '@gatherline/emulator';

export interface EmulateOptions {
  readonly port: number;
  readonly host: string;
  readonly webhookUrl: string;
  /** How many times as fast as real time. */
  readonly speed: number;
  readonly json: boolean;
}

/** Starts a carrier on this machine, says how to point the service at it, and runs until it is told to stop. */
export async function emulate({ port, host, webhookUrl, speed, json }: EmulateOptions): Promise<void> {
  const emulator = createEmulator({ webhookUrl, clock: scaledClock(speed) });
  const { url } = await emulator.listen(port, host);
  const { publicKey } = emulator;
  const told = json
    ? JSON.stringify({ url, api_base: `${url}/v2`, public_key: publicKey, webhook_url: webhookUrl })
    : howToUse({ url, publicKey, webhookUrl });
  process.stdout.write(`${told}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await emulator.close();
}

function howToUse({
  url,
  publicKey,
  webhookUrl,
}: {
  url: string;
  publicKey: string;
  webhookUrl: string;
}): string {
  return [
    `The emulator listens on ${url} and sends its webhooks to ${webhookUrl}.`,
    `Its public key is ${publicKey}`,
    '',
    'Point the service at it:',
    `  TELNYX_API_BASE=${url}/v2 TELNYX_API_KEY=any TELNYX_PUBLIC_KEY=${publicKey} npm start`,
    '',
    'Call it:',
    `  curl -X POST ${url}/emulator/calls -H 'content-type: application/json' -d '{"from":"+13125550142","to":"+13125550100"}'`,
    '',
    'Stop it with Ctrl+C.',
  ].join('\n');
}

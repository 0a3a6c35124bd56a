import { z } from 'zod';
import { paths } from './paths.ts';
import { nothing, request } from './request.ts';

/** What the person on the phone does. */
export type CallerAct =
  | { readonly act: 'press'; readonly digits: string }
  | { readonly act: 'say'; readonly text: string }
  | { readonly act: 'hang_up' };

/** Rings the saved draft of a flow through the emulator. Answers the call's id. */
export async function ring(asked: { flow: string; from?: string }): Promise<string> {
  const answer = await request(z.object({ call_control_id: z.string() }), paths.phoneCalls, {
    method: 'POST',
    body: { ...asked, version: 'draft' },
  });
  return answer.call_control_id;
}

const ACT_WITHIN_MS = 8_000;

/** Does something on a ringing or connected call; 409 when it is over. `keepalive` lets it outlive the page. */
export function act(call: string, what: CallerAct, keepalive = false): Promise<undefined> {
  return request(nothing, paths.phoneActs(call), {
    method: 'POST',
    body: what,
    keepalive,
    timeoutMs: ACT_WITHIN_MS,
  });
}

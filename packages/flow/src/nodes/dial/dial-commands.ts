import type { CommandRequest, NodeContext } from '../../definition.ts';
import type { JsonObject } from '../../json.ts';
import { bodyOf } from '../parts/body.ts';
import type { Ringing, RungLeg } from './dial-legs.ts';
import type { DialParams } from './dial-params.ts';

export type DialContext = NodeContext<DialParams>;

export function dialOf({ params, call }: DialContext, to: string, place: number): CommandRequest {
  const { timeout_secs, time_limit_secs, from_display_name, custom_headers, skip_machines } = params;
  const body = bodyOf({
    to,
    from: params.from ?? (call.direction === 'incoming' ? call.to : call.from),
    connection_id: call.connection_id,
    link_to: call.id,
    timeout_secs,
    time_limit_secs,
    from_display_name,
    custom_headers,
    ...(skip_machines === true ? { answering_machine_detection: 'detect' } : {}),
  });
  return command('dial', body, { leg: null, opensLeg: 'alone', tag: `dial ${place}` });
}

export function command(
  action: string,
  params: JsonObject,
  more: Omit<CommandRequest, 'action' | 'params'>,
): CommandRequest {
  return { action, params, ...more };
}

export function hangUp({ id }: RungLeg): readonly CommandRequest[] {
  return id === null ? [] : [command('hangup', {}, { leg: id, tag: 'let go' })];
}

export function hangUpAll({ legs }: Ringing): readonly CommandRequest[] {
  return legs.filter(({ state }) => state !== 'over').flatMap(hangUp);
}

export function stopMusic({ params }: DialContext): readonly CommandRequest[] {
  return params.waiting_audio_url === undefined ? [] : [command('playback_stop', {}, { tag: 'music' })];
}

import { accepted, type Moment, otherLeg, timeIsOver, told } from '../moment.ts';

const NUMBER = '+13125550111';
const busy = { hangup_cause: 'user_busy' };
const over = { hangup_cause: 'normal_clearing' };
const line = {
  queue_name: 'support',
  music_url: 'https://example.com/waiting.mp3',
  announcement: 'You are number {{ nodes.step.position }}.',
  announce_every_secs: 30,
  leave_key: '1',
};
const enqueued = told('call.enqueued', { queue: 'support', current_position: 2 });
const announced = [enqueued, timeIsOver, told('call.speak.ended', { status: 'completed' })];
const dequeued = (reason: string) => told('call.dequeued', { reason, wait_time_secs: 20 });

export const connecting: readonly Moment[] = [
  {
    name: 'transfer-ringing',
    shows: 'transfer',
    params: { to: NUMBER },
    before: [otherLeg('call.initiated', 'v3:reception')],
    // A leg is known by its id once it has been seen, whatever it carries.
    next: [otherLeg('call.hangup', 'v3:reception', { ...busy, client_state: null })],
    leavesBy: 'busy',
  },
  {
    name: 'transfer-talking',
    shows: 'transfer',
    params: { to: NUMBER },
    before: [otherLeg('call.answered', 'v3:reception'), told('call.bridged')],
    next: [otherLeg('call.hangup', 'v3:reception', over)],
    leavesBy: 'answered',
  },
  {
    name: 'dial-asking',
    shows: 'dial',
    params: { to: [NUMBER, '+13125550112'], accept_key: '1' },
    before: [
      accepted('dial', { call_control_id: 'v3:first' }),
      otherLeg('call.answered', 'v3:first', { to: NUMBER }),
    ],
    next: [
      otherLeg('call.gather.ended', 'v3:first', { status: 'invalid', digits: '' }),
      accepted('dial', { call_control_id: 'v3:second' }),
      otherLeg('call.hangup', 'v3:second', { to: '+13125550112', ...busy }),
    ],
    leavesBy: 'no_answer',
  },
  {
    name: 'dial-talking',
    shows: 'dial',
    params: { to: [NUMBER], waiting_audio_url: 'https://example.com/ringing.mp3' },
    before: [
      accepted('dial', { call_control_id: 'v3:first' }),
      otherLeg('call.answered', 'v3:first', { to: NUMBER }),
      told('call.bridged'),
    ],
    next: [otherLeg('call.hangup', 'v3:first', over)],
    leavesBy: 'answered',
  },
  {
    name: 'bridge-connecting',
    shows: 'bridge',
    params: { queue: 'support' },
    next: [{ refused: 'bridge', code: '90039', title: 'Queue is empty' }],
    leavesBy: 'error',
  },
  {
    name: 'bridge-talking',
    shows: 'bridge',
    params: { queue: 'support' },
    before: [told('call.bridged')],
    next: [told('call.hangup', { hangup_cause: 'normal_clearing', hangup_source: 'callee' })],
    leavesBy: 'ended',
  },
  {
    name: 'enqueue-entering',
    shows: 'enqueue',
    params: { queue_name: 'support' },
    next: [{ refused: 'enqueue', code: '90036', title: 'Queue is full' }],
    leavesBy: 'full',
  },
  {
    name: 'enqueue-with-music',
    shows: 'enqueue',
    params: line,
    before: announced,
    next: [told('call.dtmf.received', { digit: '1' }), dequeued('leave'), told('call.playback.ended')],
    leavesBy: 'left',
  },
  {
    name: 'enqueue-asking-for-the-place',
    shows: 'enqueue',
    params: line,
    before: [...announced, timeIsOver],
    next: [
      accepted('retrieve_queue_call', { queue_position: 1 }),
      dequeued('timeout'),
      told('call.speak.ended', { status: 'cancelled' }),
    ],
    leavesBy: 'timeout',
  },
  {
    name: 'enqueue-talking',
    shows: 'enqueue',
    params: line,
    before: [...announced, dequeued('bridged')],
    next: [told('call.hangup', { hangup_cause: 'normal_clearing', hangup_source: 'callee' })],
    leavesBy: 'connected',
  },
  {
    name: 'enqueue-quieting',
    shows: 'enqueue',
    params: line,
    before: [...announced, dequeued('timeout')],
    next: [told('call.playback.ended')],
    leavesBy: 'timeout',
  },
  {
    name: 'refer',
    shows: 'refer',
    params: { sip_address: 'sip:reception@example.com' },
    next: [told('call.refer.failed', { sip_notify_response: 486 })],
    leavesBy: 'failed',
  },
];

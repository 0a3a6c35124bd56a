import { accepted, type Happening, type Moment, timeIsOver, told } from '../moment.ts';

const sound = { audio_url: 'https://example.com/welcome.mp3' };
const key: Happening = { told: 'call.dtmf.received', payload: { digit: '5' }, id: 'key-5' };
const sounded = told('call.playback.ended', { status: 'completed' });

export const talking: readonly Moment[] = [
  {
    name: 'start',
    shows: 'start',
    next: [told('call.answered')],
    leavesBy: 'incoming',
  },
  {
    name: 'start-after-the-verdict',
    shows: 'start',
    direction: 'outgoing',
    start: { answering_machine_detection: 'greeting_end', wait_for_greeting: true },
    before: [told('call.answered'), told('call.machine.detection.ended', { result: 'machine' })],
    next: [told('call.machine.greeting.ended', { result: 'beep_detected' })],
    leavesBy: 'machine',
  },
  {
    name: 'answer',
    shows: 'answer',
    start: { answer: false },
    next: [told('call.answered')],
    leavesBy: 'done',
  },
  {
    name: 'speak',
    shows: 'speak',
    params: { payload: 'Hello.' },
    next: [told('call.speak.ended', { status: 'completed' })],
    leavesBy: 'done',
  },
  {
    name: 'speak-told-to-stop-for-a-listener',
    shows: 'speak',
    params: { payload: 'Hello.' },
    nodes: { paid: { type: 'on_signal', params: { name: 'paid' }, exits: { then: 'bye' } } },
    before: [{ signal: 'paid' }],
    next: [told('call.speak.ended', { status: 'cancelled' })],
    leaves: 'paid',
    leavesBy: 'then',
  },
  {
    name: 'speak-with-a-key-heard-beside',
    shows: 'speak',
    params: { payload: 'Hello.' },
    nodes: {
      key: { type: 'on_dtmf', params: { mode: 'alongside' }, exits: { then: 'count' } },
      count: { type: 'counter', params: { variable: 'keys', limit: 9 } },
    },
    before: [key],
    next: [key, told('call.speak.ended', { status: 'completed' })],
    leavesBy: 'done',
  },
  { name: 'playback-start', shows: 'playback_start', params: sound, next: [sounded], leavesBy: 'done' },
  {
    name: 'playback-start-in-the-background',
    shows: 'playback_start',
    params: { ...sound, background: true },
    next: [accepted('playback_start')],
    leavesBy: 'done',
  },
  {
    name: 'playback-stop',
    shows: 'playback_stop',
    next: [accepted('playback_stop'), timeIsOver],
    leavesBy: 'done',
  },
  {
    name: 'wait-after-the-hang-up',
    shows: 'wait',
    begins: 'hello',
    nodes: {
      hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'bye' } },
      gone: { type: 'on_hangup', exits: { then: 'step' } },
    },
    before: [told('call.hangup', { hangup_cause: 'normal_clearing', hangup_source: 'caller' })],
    next: [timeIsOver],
    leavesBy: 'done',
  },
  { name: 'wait', shows: 'wait', next: [timeIsOver], leavesBy: 'done' },
  {
    name: 'subflow',
    shows: 'subflow',
    params: { flow: 'greeting', outcomes: ['greeted'] },
    subflow: {
      id: 'greeting',
      nodes: {
        begin: { type: 'start', exits: { incoming: 'hello' } },
        hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'back' } },
        back: { type: 'return', params: { outcome: 'greeted' } },
      },
    },
    next: [told('call.speak.ended', { status: 'completed' })],
    leavesBy: 'greeted',
  },
];

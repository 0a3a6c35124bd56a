import { accepted, type Moment, timeIsOver, told } from '../moment.ts';

const saved = told('call.recording.saved', {
  recording_id: 'recording-1',
  recording_urls: { mp3: 'https://example.com/message.mp3' },
  recording_started_at: '2026-03-04T10:00:10.000Z',
  recording_ended_at: '2026-03-04T10:00:20.000Z',
});
const greeted = told('call.speak.ended', { status: 'completed' });
const answer = { status: 200, headers: {}, body: { name: 'Ana' }, duration_ms: 120 };
const server = {
  url: 'https://crm.example/customers',
  comfort: { text: 'One moment, please.', after_millis: 2_000 },
};

export const recording: readonly Moment[] = [
  {
    name: 'voicemail-greeting',
    shows: 'voicemail',
    next: [greeted, told('call.dtmf.received', { digit: '#' }), saved],
    leavesBy: 'recorded',
  },
  {
    name: 'voicemail-recording',
    shows: 'voicemail',
    before: [greeted],
    next: [told('call.recording.error', { reason: 'disk full' })],
    leavesBy: 'error',
  },
  {
    name: 'voicemail-after-the-hang-up',
    shows: 'voicemail',
    before: [greeted, told('call.hangup', { hangup_cause: 'normal_clearing', hangup_source: 'caller' })],
    next: [saved],
    leavesBy: 'hung_up',
  },
  {
    name: 'http-request',
    shows: 'http_request',
    params: { url: 'https://crm.example/customers' },
    next: [{ answered: answer }],
    leavesBy: 'success',
  },
  {
    name: 'http-request-comforting',
    shows: 'http_request',
    params: server,
    before: [timeIsOver],
    next: [{ answered: { ...answer, status: 404 } }, told('call.speak.ended', { status: 'completed' })],
    leavesBy: 'http_error',
  },
  {
    name: 'http-request-answered-while-comforting',
    shows: 'http_request',
    params: server,
    before: [timeIsOver, { answered: answer }],
    next: [told('call.speak.ended', { status: 'completed' })],
    leavesBy: 'success',
  },
  {
    name: 'http-request-answered-wrongly-while-comforting',
    shows: 'http_request',
    params: { ...server, expects: ['customer.id'] },
    before: [timeIsOver, { answered: answer }],
    next: [told('call.speak.ended', { status: 'completed' })],
    leavesBy: 'unexpected',
  },
];

/** Steps that go on once the carrier has taken their command. */
const taken: Readonly<Record<string, Moment['params']>> = {
  gather_stop: {},
  ai_assistant_add_messages: { messages: [{ role: 'user', content: 'The caller has paid.' }] },
  ai_assistant_stop: {},
  leave_queue: {},
  send_dtmf: { digits: '12' },
  record_start: {},
  record_pause: {},
  record_resume: {},
  record_stop: {},
  transcription_start: {},
  transcription_stop: {},
  suppression_start: {},
  suppression_stop: {},
  send_message: { text: 'We call you back.' },
  carrier_command: { action: 'streaming_stop' },
};

export const confirming: readonly Moment[] = Object.entries(taken).map(([type, params = {}]) => ({
  name: type.replaceAll('_', '-'),
  shows: type,
  params,
  next: [accepted(type === 'carrier_command' ? 'streaming_stop' : type, { id: 'id-1' })],
  leavesBy: 'done',
}));

import { type Moment, told } from '../moment.ts';

const choices = [{ digits: '1', label: 'Appointments' }, { digits: '2' }];
const pressed = (digits: string) => told('call.gather.ended', { status: 'valid', digits });
const history = [
  { role: 'assistant', content: 'Which day suits you?' },
  { role: 'user', content: 'Monday.' },
];

export const asking: readonly Moment[] = [
  { name: 'gather', shows: 'gather', params: { choices }, next: [pressed('2')], leavesBy: '2' },
  {
    name: 'gather-using-speak',
    shows: 'gather_using_speak',
    params: { payload: 'Your number, please.', maximum_digits: 5, choices: [] },
    next: [pressed('12345')],
    leavesBy: 'collected',
  },
  {
    name: 'gather-using-audio',
    shows: 'gather_using_audio',
    params: { audio_url: 'https://example.com/menu.mp3', choices },
    next: [told('call.gather.ended', { status: 'timeout', digits: '' })],
    leavesBy: 'no_input',
  },
  {
    name: 'gather-using-ai',
    shows: 'gather_using_ai',
    params: {
      greeting: 'Which day suits you?',
      parameters: { type: 'object', properties: { day: { type: 'string' } }, required: ['day'] },
    },
    before: [told('call.ai_gather.partial_results', { partial_results: { day: 'Monday' } })],
    next: [
      told('call.ai_gather.ended', { status: 'valid', result: { day: 'Monday' }, message_history: history }),
    ],
    leavesBy: 'done',
  },
  {
    name: 'ai-assistant-start',
    shows: 'ai_assistant_start',
    params: { assistant: { id: 'assistant-1' } },
    before: [told('call.ai_gather.message_history_updated', { message_history: history })],
    next: [told('call.conversation.ended', { assistant_id: 'assistant-1', duration_sec: 12 })],
    leavesBy: 'ended',
  },
  {
    name: 'menu-after-a-wrong-key',
    shows: 'menu',
    params: { prompts: [{ text: 'Press 1 or 2.' }], choices },
    before: [told('call.gather.ended', { status: 'invalid', digits: '9' })],
    next: [told('call.gather.ended', { status: 'invalid', digits: '9' })],
    leavesBy: 'invalid',
  },
  {
    name: 'menu-remarking-on-silence',
    shows: 'menu',
    params: {
      prompts: [{ text: 'Which order?' }],
      choices: [{ digits: '9' }],
      choices_from: '{{ vars.orders }}',
      list_limit: 2,
      no_input_prompt: { audio_url: 'https://example.com/nothing-heard.mp3' },
    },
    variables: { orders: [{ id: 'A1' }, { id: 'B2' }] },
    before: [told('call.gather.ended', { status: 'invalid', digits: '' })],
    next: [told('call.playback.ended', { status: 'completed' }), pressed('2')],
    leavesBy: 'chosen',
  },
  {
    name: 'confirm',
    shows: 'confirm',
    params: { text: 'Is 4711 right?' },
    next: [pressed('1')],
    leavesBy: 'yes',
  },
];

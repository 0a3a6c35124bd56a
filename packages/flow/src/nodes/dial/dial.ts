import { defineNode, leave, type Stop } from '../../definition.ts';
import { command, dialOf, hangUpAll, stopMusic } from './dial-commands.ts';
import { readRinging } from './dial-legs.ts';
import { dialNodeParams } from './dial-params.ts';
import { ring, steps } from './dial-steps.ts';
import { goOn } from './dial-wait.ts';
import { error } from '../parts/exits.ts';
import { soundStop } from '../parts/stops.ts';

export const dial = defineNode({
  type: 'dial',
  title: 'Ring a group',
  help: 'Rings one number or several, lets whoever answers take the call or leave it, and connects the caller. Otherwise the call goes on here.',
  category: 'connect',
  icon: 'phone-call',
  synonyms: [
    'dial',
    'ring group',
    'hunt',
    'call',
    'connect',
    'whisper',
    'accept',
    'team',
    'on call',
    'forward',
  ],
  action: 'dial',
  role: 'step',
  shownNumber: 'from',
  waitsForCaller: true,
  params: dialNodeParams,
  defaults: { to: [''] },
  exits: () => [
    { id: 'answered', label: 'After the conversation', kind: 'outcome', endsQuietly: true },
    { id: 'busy', label: 'Busy', kind: 'outcome', fallsBackTo: 'error' },
    { id: 'no_answer', label: 'No answer', kind: 'outcome', fallsBackTo: 'error' },
    { id: 'declined', label: 'Declined', kind: 'outcome', fallsBackTo: 'error' },
    { id: 'failed', label: 'Failed', kind: 'outcome', fallsBackTo: 'error' },
    error,
  ],
  outputs: () => [
    { name: 'status', title: 'How it ended', example: 'no_answer' },
    { name: 'answered_by', title: 'Number that took the call', example: '+13125550111' },
    { name: 'answered_at', title: 'When it was taken', example: '2026-06-01T09:00:12.000Z' },
    { name: 'answered_call', title: 'call_control_id of that call', example: 'v3:bGVnLWI' },
  ],
  sounding: () => 'silences',
  summary: ({ to }) => (Array.isArray(to) ? to.filter((one) => typeof one === 'string').join(', ') : ''),
  lint({ to }) {
    const isMissing =
      Array.isArray(to) && to.every((number) => typeof number === 'string' && number.trim() === '');
    if (!isMissing) return [];
    return [
      {
        path: ['to'],
        severity: 'error',
        message: 'No number is given, so nobody would be rung.',
        cure: 'Write the number with + and the country code, like +13125550100.',
      },
    ];
  },
  enter(context) {
    const { params, call } = context;
    const numbers = params.to.filter((number) => number.trim() !== '');
    if (call.connection_id === null) return leave('error', { why: 'The call has no connection to dial by.' });
    if (numbers.length === 0)
      return leave('failed', { outputs: { status: 'failed' }, why: 'No number is given.' });
    const first = params.strategy === 'all_at_once' ? numbers : numbers.slice(0, 1);
    const music = params.waiting_audio_url;
    const begin = { legs: [], talking: false };
    return goOn(context, ring(begin, first), [
      ...(music === undefined
        ? []
        : [
            command(
              'playback_start',
              { audio_url: music, loop: 'infinity' },
              { tag: 'music', isOwnSound: true },
            ),
          ]),
      ...first.map((number, place) => dialOf(context, number, place)),
    ]);
  },
  handle: (context, event) => steps[event.type]?.(context, readRinging(context.memory), event),
  stop(context): Stop {
    const ringing = readRinging(context.memory);
    const commands = [...hangUpAll(ringing), ...(ringing.talking ? [] : stopMusic(context))];
    if (ringing.talking) return { commands, until: ['call.hangup'] };
    return { commands, until: context.params.waiting_audio_url === undefined ? [] : soundStop.until };
  },
});

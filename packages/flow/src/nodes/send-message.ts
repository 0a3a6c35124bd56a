import { sendMessageParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';
import { textOf } from './parts/summaries.ts';

export const sendMessage = defineNode({
  type: 'send_message',
  title: 'Send a text message',
  help: 'Sends an SMS, from the number that was called unless you name another. It can also be sent after the caller has hung up.',
  category: 'reach',
  icon: 'send',
  synonyms: ['sms', 'text', 'message', 'mms', 'notify', 'confirmation', 'link'],
  action: 'send_message',
  role: 'step',
  shownNumber: 'from',
  waitsForCaller: false,
  outlivesCall: true,
  params: sendMessageParams,
  defaults: { to: '{{ call.from }}', text: '' },
  exits: () => [done, error],
  outputs: () => [
    { name: 'message_id', title: 'Id of the message', example: '40385f64-5717-4562-b3fc-2c963f66afa6' },
  ],
  summary: (params) => textOf(params.text),
  lint({ text, media_urls: media }) {
    if (text !== undefined || (Array.isArray(media) && media.length > 0)) return [];
    return [
      {
        path: ['text'],
        severity: 'error',
        message: 'The message is empty; the carrier would refuse it.',
        cure: 'Write the words of the message.',
      },
    ];
  },
  isInstant: () => true,
  enter({ params, call, localize }) {
    const { text, messaging_profile_id: profile } = params;
    // A profile without a number chooses one of its own.
    const ours = call.direction === 'incoming' ? call.to : call.from;
    const from = params.from ?? (profile === undefined ? ours : undefined);
    const body = bodyOf({ ...params, from, text: text === undefined ? undefined : localize(text) });
    return leaveOnceAccepted([
      {
        action: 'send_message',
        params: body,
        leg: null,
        outlivesCall: true,
        keep: [{ field: 'id', as: 'message_id' }],
      },
    ]);
  },
});

import { z } from 'zod';
import { messageReceiver, messageSender, uuid, webUrl } from '../legs/addresses.ts';
import { callerText, templated } from '../parts/text.ts';
import { choice, list, yesNo } from '../parts/values.ts';

const content = {
  text: callerText(undefined, 'Write the words of the message.').optional().meta({
    title: 'Text',
    help: 'The words of the message. Unless the messaging profile allows more, the carrier takes 10 parts: 1530 plain characters, or 670 with emoji or other alphabets.',
    example: 'Your appointment is on Friday at 9.',
    group: 'main',
    control: 'multiline',
  }),
  media_urls: list(webUrl())
    .optional()
    .meta({
      title: 'Pictures',
      help: 'Web addresses of pictures, sounds or films that go with the message (MMS), together under 1 MB.',
      example: ['https://example.com/map.png'],
      group: 'advanced',
    }),
  subject: templated({ cure: 'Write a subject, or leave the field out.' }).optional().meta({
    title: 'Subject',
    help: 'A line above a message with pictures (MMS).',
    example: 'How to find us',
    group: 'advanced',
  }),
  type: choice(['SMS', 'MMS'])
    .optional()
    .meta({
      title: 'Kind of message',
      help: 'Only MMS carries pictures and a subject. Left out, it follows from the message.',
      labels: { SMS: 'Text (SMS)', MMS: 'With pictures (MMS)' },
      group: 'advanced',
    }),
  encoding: choice(['auto', 'gsm7', 'ucs2'])
    .optional()
    .meta({
      title: 'Alphabet',
      help: 'Plain letters make shorter and cheaper messages; a text that needs others is refused with them.',
      labels: { auto: 'What the text needs', gsm7: 'Plain letters (GSM-7)', ucs2: 'All letters (UCS-2)' },
      carrierDefault: 'auto',
      group: 'advanced',
    }),
  auto_detect: yesNo().optional().meta({
    title: 'Watch the length',
    help: 'Lets the carrier look out for a text of unusually many parts. Each part is charged like a message.',
    carrierDefault: false,
    group: 'advanced',
  }),
};

const reports = {
  use_profile_webhooks: yesNo().optional().meta({
    title: "Report to the profile's address",
    help: 'Tells the address of the messaging profile whether the message has arrived.',
    carrierDefault: true,
    group: 'webhooks',
  }),
  webhook_url: webUrl().optional().meta({
    title: 'Report to',
    help: 'Tells this address of yours whether the message has arrived. The flow does not wait for it.',
    example: 'https://example.com/messages',
    group: 'webhooks',
    control: 'url',
  }),
  webhook_failover_url: webUrl().optional().meta({
    title: 'Report there if it fails',
    help: 'Told instead when the address above does not answer.',
    example: 'https://backup.example.com/messages',
    group: 'webhooks',
    control: 'url',
  }),
};

/** Parameters of a text message (`POST /messages`), which knows neither `client_state` nor `command_id`. */
export const sendMessageParams = z.object({
  to: messageReceiver().meta({
    title: 'Send to',
    help: 'The number that gets the message. A landline gets none.',
    example: '{{ call.from }}',
    group: 'main',
    control: 'phone',
  }),
  from: messageSender().optional().meta({
    title: 'Send from',
    help: 'A number of yours that can send messages, a short code, or a name of up to 11 characters. A name needs a messaging profile and gets no answers.',
    example: '{{ call.to }}',
    group: 'main',
    control: 'phone',
  }),
  ...content,
  messaging_profile_id: uuid().optional().meta({
    title: 'Messaging profile',
    help: 'Needed to send under a name, or from any number of a pool; the pool then chooses the number.',
    example: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
    group: 'advanced',
  }),
  send_at: templated({
    cure: 'Write a time with its zone, like 2026-06-01T09:00:00Z or 2026-06-01T09:00:00-05:00.',
    format: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/,
  })
    .optional()
    .meta({
      title: 'Send later',
      help: 'From 5 minutes to 5 days ahead, to the minute. Without it, the message goes out at once.',
      example: '2026-06-01T09:00:00Z',
      group: 'advanced',
    }),
  ...reports,
});

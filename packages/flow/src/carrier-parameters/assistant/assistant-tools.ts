import { z } from 'zod';
import { destination, phoneNumberOrSip, webUrl } from '../legs/addresses.ts';
import { templated } from '../parts/text.ts';
import { choice, jsonObject, list, settings, wholeNumber } from '../parts/values.ts';

function kind<Name extends string>(name: Name) {
  return z.literal(name).meta({ title: 'Kind of tool', help: 'What the assistant can do with it.' });
}

const integrationSecret = templated({
  cure: 'Write the name of an integration secret, like cal_com_key.',
}).meta({
  title: 'Name of the key',
  help: 'The name of the integration secret at Telnyx that holds your Cal.com key. Never the key itself.',
  example: 'cal_com_key',
});

const eventTypeId = wholeNumber({ min: 0, of: 'the event type at Cal.com' }).meta({
  title: 'Kind of appointment',
  help: 'The id of the event type at Cal.com for which times are offered.',
  example: 123456,
});

const bookAppointment = settings({
  type: kind('book_appointment'),
  book_appointment: settings({
    api_key_ref: integrationSecret,
    event_type_id: eventTypeId,
    attendee_name: templated({ cure: 'Write a name, or leave the field out.' }).optional().meta({
      title: 'Name of the guest',
      help: 'Without it, the assistant asks the caller for a name.',
      example: '{{ vars.name }}',
    }),
    attendee_timezone: templated({ cure: 'Write a time zone, like America/Chicago.' }).optional().meta({
      title: 'Time zone of the guest',
      help: 'Without it, the assistant asks the caller.',
      example: 'America/Chicago',
    }),
  }).meta({ title: 'Booking', help: 'Where and for whom the assistant books.' }),
});

const checkAvailability = settings({
  type: kind('check_availability'),
  check_availability: settings({ api_key_ref: integrationSecret, event_type_id: eventTypeId }).meta({
    title: 'Calendar',
    help: 'The calendar in which the assistant looks for free times.',
  }),
});

function schemaOf(title: string, help: string) {
  return settings({
    type: z.literal('object').optional().meta({ title: 'Type', help: 'Always object.' }),
    properties: jsonObject()
      .optional()
      .meta({
        title: 'Fields',
        help: 'One JSON Schema for each field the assistant fills in.',
        example: { order: { type: 'string', description: 'The number of the order' } },
        control: 'json',
      }),
    required: list(templated({ cure: 'Write the name of a field.' }))
      .optional()
      .meta({
        title: 'Needed fields',
        help: 'The assistant asks the caller until it knows these.',
        example: ['order'],
      }),
  })
    .optional()
    .meta({ title, help, control: 'asked_fields' });
}

const header = settings({
  name: templated({ cure: 'Write the name of the header, like Authorization.' })
    .optional()
    .meta({ title: 'Name', help: 'The name of the header.', example: 'Authorization' }),
  value: templated({ cure: 'Write the value of the header.', mayBeEmpty: true }).optional().meta({
    title: 'Value',
    help: 'What your server reads there. Name an integration secret of Telnyx instead of writing a key here.',
    example: '{% raw %}Bearer {{#integration_secret}}orders_key{{/integration_secret}}{% endraw %}',
    control: 'secret',
  }),
});

const webhook = settings({
  type: kind('webhook'),
  webhook: settings({
    name: templated({ cure: 'Write a name for the tool, like find_order.' }).meta({
      title: 'Name',
      help: 'How the assistant calls the tool.',
      example: 'find_order',
    }),
    description: templated({ cure: 'Write what the tool does and when to use it.' }).meta({
      title: 'What it does',
      help: 'The assistant decides by these words when to use the tool.',
      example: 'Looks up an order by its number.',
      control: 'multiline',
    }),
    url: webUrl().meta({
      title: 'Address',
      help: 'The web address the carrier calls. A name in single braces, like {id}, is filled in by the assistant.',
      example: 'https://example.com/orders/{id}',
      control: 'url',
    }),
    method: choice(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
      .optional()
      .meta({ title: 'Method', help: 'How the address is called.', carrierDefault: 'POST' }),
    headers: list(header).optional().meta({ title: 'Headers', help: 'Sent with every call of the tool.' }),
    path_parameters: schemaOf(
      'Parts of the address',
      'What the assistant fills into the braces of the address.',
    ),
    query_parameters: schemaOf('Query', 'What the assistant adds to the address after the question mark.'),
    body_parameters: schemaOf('Body', 'What the assistant sends in the body of the request.'),
  }).meta({ title: 'Request', help: 'The request that the assistant can make to your server.' }),
  timeout_ms: wholeNumber({ min: 1, of: 'milliseconds' }).optional().meta({
    title: 'Longest wait',
    help: 'The caller hears nothing while the tool works; after this long it is given up.',
    unit: 'ms',
  }),
});

const hangup = settings({
  type: kind('hangup'),
  hangup: settings({
    description: templated({ cure: 'Write when the assistant may hang up.' }).optional().meta({
      title: 'When to hang up',
      help: 'The assistant decides by these words when to end the call.',
      example: 'Hang up when the caller says goodbye.',
      control: 'multiline',
    }),
  }).meta({ title: 'Hang up', help: 'Lets the assistant end the call.' }),
});

const transfer = settings({
  type: kind('transfer'),
  transfer: settings({
    from: phoneNumberOrSip().meta({
      title: 'Number to show',
      help: 'The number the called person sees.',
      example: '{{ call.to }}',
      control: 'phone',
    }),
    targets: z
      .union(
        [
          list(
            settings({
              name: templated({ cure: 'Write a name, like Sales.' }).optional().meta({
                title: 'Name',
                help: 'By this name the assistant knows whom to connect.',
                example: 'Sales',
              }),
              to: destination().meta({
                title: 'Number',
                help: 'The number or SIP address that is rung.',
                example: '+13125550100',
                control: 'phone',
              }),
            }),
          ),
          templated({ cure: 'Name a variable of the assistant, like {% raw %}{{ targets }}{% endraw %}.' }),
        ],
        { error: 'Write a list of { "name", "to" }, or name a variable of the assistant that holds one.' },
      )
      .meta({
        title: 'To whom',
        help: 'The people or desks the assistant may connect the caller with, or a variable of the assistant that holds them.',
        example: [{ name: 'Sales', to: '+13125550100' }],
      }),
  }).meta({ title: 'Transfer', help: 'Lets the assistant connect the caller with someone.' }),
});

const retrieval = settings({
  type: kind('retrieval'),
  retrieval: settings({
    bucket_ids: list(templated({ cure: 'Write the name of a storage bucket.' })).meta({
      title: 'Documents',
      help: 'The storage buckets at Telnyx in which the assistant looks things up.',
      example: ['price-lists'],
    }),
    max_num_results: wholeNumber({ min: 1, of: 'results' }).optional().meta({
      title: 'Most passages',
      help: 'How many passages the assistant reads before it answers. More take longer.',
      unit: 'results',
    }),
  }).meta({ title: 'Look things up', help: 'Lets the assistant answer from your documents.' }),
});

/** What an assistant may do besides talking: one shape for each tool, told apart by `type`. */
export const assistantTools = list(
  z.discriminatedUnion('type', [bookAppointment, checkAvailability, webhook, hangup, transfer, retrieval], {
    error:
      'Name the tool as "type": book_appointment, check_availability, webhook, hangup, transfer or retrieval.',
  }),
)
  .optional()
  .meta({
    title: 'Tools',
    help: 'What the assistant can do besides talking: look things up, book, ask your server, connect or hang up.',
    example: [{ type: 'hangup', hangup: { description: 'When the caller says goodbye.' } }],
    group: 'assistant',
  });

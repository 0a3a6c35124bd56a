import { templated } from '../parts/text.ts';
import { choice, list, settings } from '../parts/values.ts';

const headerValue = templated({
  cure: 'Write the value on one line.',
  format: /^[^\r\n]*$/,
  mayBeEmpty: true,
});

/** Extra SIP headers on a message to the other side. */
export const customHeaders = list(
  settings({
    name: templated({ cure: 'Write the name of the header, like X-Account.', format: /^[^\s:]+$/ }).meta({
      title: 'Name',
      help: 'The name of the header.',
      example: 'X-Account',
    }),
    value: headerValue.meta({
      title: 'Value',
      help: 'What the other side reads there.',
      example: '{{ vars.account }}',
    }),
  }),
)
  .optional()
  .meta({
    title: 'Extra SIP headers',
    help: 'Notes for the telephone system of the other side. A caller does not notice them.',
    example: [{ name: 'X-Account', value: '{{ vars.account }}' }],
    group: 'sip',
  });

/** The one standard header the carrier lets through. */
export const sipHeaders = list(
  settings({
    name: choice(['User-to-User']).meta({ title: 'Name', help: 'The carrier passes on this header only.' }),
    value: headerValue.meta({
      title: 'Value',
      help: 'What the other side reads there.',
      example: '{{ vars.account }}',
    }),
  }),
)
  .optional()
  .meta({
    title: 'User-to-User header',
    help: 'A short note that many telephone systems show to the person who answers.',
    group: 'sip',
  });

const codecs = '(?:G722|PCMU|PCMA|G729|OPUS|VP8|H264|AMR-WB)';

/** How a new leg is signalled, on `dial` and `transfer`. */
export const sipFields = {
  custom_headers: customHeaders,
  sip_headers: sipHeaders,
  sip_auth_username: templated({ cure: 'Write the user name of the SIP account.' }).optional().meta({
    title: 'SIP user name',
    help: 'Needed when the telephone system of the other side asks who is calling.',
    example: 'front-desk',
    group: 'sip',
  }),
  sip_auth_password: templated({ cure: 'Write the password of the SIP account.' }).optional().meta({
    title: 'SIP password',
    help: 'Goes with the user name. Refer to a secret instead of writing the password here.',
    group: 'sip',
    control: 'secret',
  }),
  sip_region: choice(['US', 'Europe', 'Canada', 'Australia', 'Middle East']).optional().meta({
    title: 'Region',
    help: 'Where the carrier places the call from. The nearest region gives the shortest delay.',
    carrierDefault: 'US',
    group: 'sip',
  }),
  sip_transport_protocol: choice(['UDP', 'TCP', 'TLS']).optional().meta({
    title: 'Transport',
    help: 'How the call is signalled to the other side. TLS keeps the signalling private.',
    carrierDefault: 'UDP',
    group: 'sip',
  }),
  media_encryption: choice(['disabled', 'SRTP', 'DTLS'])
    .optional()
    .meta({
      title: 'Encrypt the sound',
      help: 'For SIP addresses only: a call to an ordinary telephone number is refused with it.',
      labels: { disabled: 'No', SRTP: 'SRTP', DTLS: 'DTLS' },
      carrierDefault: 'disabled',
      group: 'sip',
    }),
  preferred_codecs: templated({
    cure: 'List codecs with commas between them, out of G722, PCMU, PCMA, G729, OPUS, VP8, H264, AMR-WB.',
    format: new RegExp(`^${codecs}(?:, ?${codecs})*$`),
  })
    .optional()
    .meta({
      title: 'Codecs',
      help: 'In the order of your preference. The first that both sides know decides how the call sounds.',
      example: 'G722,PCMU,PCMA',
      group: 'sip',
    }),
};

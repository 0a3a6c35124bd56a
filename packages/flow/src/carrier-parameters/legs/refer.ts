import { z } from 'zod';
import { sipAddress } from './addresses.ts';
import { customHeaders, sipFields, sipHeaders } from './sip.ts';

/** Parameters of `refer`; the engine adds `client_state` and `command_id`. */
export const referParams = z.object({
  sip_address: sipAddress().meta({
    title: 'Hand the call to',
    help: 'The SIP address of the telephone system that takes the caller over; from then on the call is no longer here.',
    example: 'sip:reception@pbx.example.com',
    group: 'main',
  }),
  custom_headers: customHeaders,
  sip_headers: sipHeaders,
  sip_auth_username: sipFields.sip_auth_username,
  sip_auth_password: sipFields.sip_auth_password,
});

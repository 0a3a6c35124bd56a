import { z } from 'zod';
import { callerText, templated } from '../../carrier-parameters/index.ts';
import { choice, list, settings, wholeNumber, yesNo } from '../../carrier-parameters/parts/values.ts';
import type { DraftParams, ParameterComplaint } from '../../definition.ts';
import { conditionComplaint } from '../../expressions/conditions.ts';
import { isTemplate, templateComplaint } from '../../expressions/templates.ts';
import { isJsonObject } from '../../json.ts';
import { ANSWER_FIELD } from './expected.ts';
import { brokenBodyComplaint } from './sent-body.ts';

const name = (title: string, example: string) =>
  templated({ cure: 'Write a name.', max: 200 }).meta({
    title,
    help: 'The name, as the server knows it.',
    example,
  });

const value = (example: string) =>
  z
    .string()
    .max(8_000)
    .superRefine((text, refinement) => {
      const complaint = templateComplaint(text);
      if (complaint !== null)
        refinement.addIssue({ code: 'custom', message: `The template can't be read: ${complaint}` });
    })
    .meta({ title: 'Value', help: 'A text, or a value in double braces.', example });

const conditionText = () =>
  z
    .string()
    .max(2_000)
    .superRefine((condition, refinement) => {
      const complaint = conditionComplaint(condition);
      if (complaint !== null) refinement.addIssue({ code: 'custom', message: complaint });
    });

const password = (title: string, example: string) =>
  templated({ cure: 'Name the secret, such as {{ resources.api_token }}.' }).meta({
    title,
    help: 'Best a secret of this service: it is kept out of the flow, of logs and of the call’s history.',
    example,
  });

const authSchema = z
  .discriminatedUnion('type', [
    z
      .object({ type: z.literal('bearer'), token: password('Token', '{{ resources.api_token }}') })
      .meta({ title: 'With a token' }),
    z
      .object({
        type: z.literal('basic'),
        username: value('front_desk').meta({ title: 'User', help: 'The name to sign in with.' }),
        password: password('Password', '{{ resources.api_password }}'),
      })
      .meta({ title: 'With a user and a password' }),
  ])
  .optional()
  .meta({
    title: 'Sign in',
    help: 'How the server knows that it is you.',
    labels: { bearer: 'With a token', basic: 'With a user and a password' },
    group: 'main',
  });

/** Parameters of the node that asks somebody's server. */
export const httpRequestParams = z.object({
  method: choice(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
    .default('GET')
    .meta({
      title: 'What to do',
      help: 'GET looks something up; POST sends something in. The server’s description says which it wants.',
      labels: {
        GET: 'Look up (GET)',
        POST: 'Send in (POST)',
        PUT: 'Replace (PUT)',
        PATCH: 'Change (PATCH)',
        DELETE: 'Delete (DELETE)',
      },
      group: 'main',
    }),
  url: templated({
    cure: 'Write the whole address, beginning with https://.',
    max: 2_000,
    // A secret may be a whole address; here it is only a mark.
    format: /^(?:https?:\/\/|\uFDD0)[^\s]+$/i,
  }).meta({
    title: 'Address',
    help: 'The address of the server. What differs between test and real use is best one of the details of the flow.',
    example: '{{ resources.crm_url }}/customers',
    group: 'main',
    control: 'url',
  }),
  query: list(z.object({ name: name('Name', 'phone'), value: value('{{ call.from }}') }))
    .max(50)
    .optional()
    .meta({
      title: 'Values in the address',
      help: 'Added to the address behind a question mark, as in ?phone=…',
      group: 'main',
    }),
  body: z
    .json()
    .optional()
    .meta({
      title: 'What to send',
      help: 'JSON. Texts in it may hold values; one that is a single value in double braces keeps its kind (number, yes or no, list). One single text goes out as it is, for JSON made by a template. For a form, add the header Content-Type with application/x-www-form-urlencoded: each name and value becomes a field of it.',
      example: { phone: '{{ call.from }}', slot: '{{ nodes.slots.body[0].id }}' },
      group: 'main',
      control: 'json',
    }),
  auth: authSchema,
  headers: list(z.object({ name: name('Name', 'X-Api-Key'), value: value('{{ resources.api_key }}') }))
    .max(30)
    .optional()
    .meta({ title: 'Headers', help: 'Further lines that the server wants to see.', group: 'advanced' }),
  timeout_millis: wholeNumber({ min: 100, max: 30_000, of: 'milliseconds' }).default(5_000).meta({
    title: 'Time for the answer',
    help: 'After this long, all tries together, the call goes on by “No answer”.',
    unit: 'ms',
    group: 'main',
  }),
  expects: list(
    z.string().regex(ANSWER_FIELD, 'Write the name of a field, such as customer.id or slots[0].id.'),
  )
    .max(50)
    .optional()
    .meta({
      title: 'The answer must have',
      help: 'Fields of the answer. One that is missing, null or an empty text, or a page instead of an answer, leads out by “Not as expected”.',
      example: ['customer.id', 'customer.name'],
      group: 'main',
    }),
  expects_when: conditionText().optional().meta({
    title: 'The answer counts when',
    help: 'A comparison over the answer, without braces. Where it does not hold, the call goes on by “Not as expected”.',
    example: 'nodes.check_pin.body.ok == true',
    group: 'main',
    control: 'condition',
  }),
  retries: wholeNumber({ min: 0, max: 3, of: 'tries' }).default(0).meta({
    title: 'Further tries',
    help: 'How often to try again when the server can not be reached or is too busy.',
    unit: 'tries',
    group: 'advanced',
  }),
  wait: yesNo().default(true).meta({
    title: 'Wait for the answer',
    help: 'Off: the call goes on at once, and nobody looks at what the server says.',
    group: 'advanced',
  }),
  comfort: settings({
    text: callerText(1_000).meta({
      title: 'Words',
      help: 'What the caller hears when the answer takes long.',
      example: 'One moment, please.',
      control: 'multiline',
    }),
    after_millis: wholeNumber({ min: 500, max: 20_000, of: 'milliseconds' }).default(2_000).meta({
      title: 'After',
      help: 'How long the caller waits in silence before.',
      unit: 'ms',
    }),
  })
    .optional()
    .meta({ title: 'Say while waiting', help: 'Keeps the caller from a long silence.', group: 'main' }),
});

export type HttpRequestParams = z.output<typeof httpRequestParams>;

type Complaint = Omit<ParameterComplaint, 'severity'> & { readonly severity?: 'error' };

/** What is wrong with a request that the schema of its parameters can't see. */
export function lintRequest(params: DraftParams): readonly ParameterComplaint[] {
  const found = [
    schemeComplaint(params),
    passwordComplaint(params),
    signInComplaint(params),
    bodyComplaint(params),
    brokenBodyComplaint(params),
    comfortComplaint(params),
    unseenComplaint(params),
  ];
  return found.flatMap((complaint) =>
    complaint === null ? [] : [{ severity: 'warning' as const, ...complaint }],
  );
}

function schemeComplaint({ url }: DraftParams): Complaint | null {
  if (typeof url !== 'string' || !isTemplate(url) || /^(https?:\/\/|\{\{|\{%)/i.test(url.trim())) return null;
  return {
    severity: 'error',
    path: ['url'],
    message: 'The address does not begin with http:// or https://, so every request fails.',
    cure: 'Begin it with https://, or with a value that does.',
  };
}

/** `user:password@` before the host, or a value of a telling name, written out. */
const SECRET_IN_URL =
  /:\/\/[^/?#{@]*:[^/?#{@]+@|[?&](?:access_?token|token|api_?key|secret|password)=[^&#{]/i;

function passwordComplaint({ url }: DraftParams): Complaint | null {
  if (typeof url !== 'string' || !SECRET_IN_URL.test(url)) return null;
  return {
    path: ['url'],
    message: 'A password or key stands in the address, where everybody who opens the flow can read it.',
    cure: 'Keep it as a secret among the details of the flow, and send it in “Sign in” or in a header.',
  };
}

function signInComplaint({ auth }: DraftParams): Complaint | null {
  if (!isJsonObject(auth)) return null;
  const field = auth.type === 'basic' ? 'password' : 'token';
  const written = auth[field];
  if (typeof written !== 'string' || written === '' || isTemplate(written)) return null;
  return {
    path: ['auth', field],
    message: `The ${field} stands in the flow, where everybody who opens it can read it.`,
    cure: 'Keep it as a secret among the details of the flow, and name that here, as in {{ resources.api_token }}.',
  };
}

function bodyComplaint({ method = 'GET', body }: DraftParams): Complaint | null {
  if (method !== 'GET' || body === undefined) return null;
  return {
    path: ['body'],
    message: 'Most servers do not read what is sent along with a look-up (GET).',
    cure: 'Send it in with POST, or put the values into the address.',
  };
}

function comfortComplaint({ wait, comfort }: DraftParams): Complaint | null {
  if (wait !== false || comfort === undefined) return null;
  return {
    path: ['comfort'],
    message: 'The call does not wait for the answer, so these words are never said.',
    cure: 'Wait for the answer, or remove the words.',
  };
}

function unseenComplaint({ wait, expects, expects_when: condition }: DraftParams): Complaint | null {
  if (wait !== false || (expects === undefined && condition === undefined)) return null;
  return {
    path: [expects === undefined ? 'expects_when' : 'expects'],
    message: 'The call does not wait for the answer, so nobody looks whether it is as expected.',
    cure: 'Wait for the answer, or remove what is expected of it.',
  };
}

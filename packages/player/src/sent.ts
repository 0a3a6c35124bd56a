import type { Step } from '@gatherline/conversations';
import type { Json, JsonObject } from '@gatherline/flow';
import { holdsFields } from './holds-fields.ts';
import type { LineView } from './line.ts';
import { holdsWords } from './sayings.ts';
import { sentBody } from './sent-body.ts';

type Sent = LineView['sent'][number];
type Expected<Name extends string> = Extract<Step, Record<Name, unknown>>[Name];

/** Something that a step says was sent. */
export interface ExpectedSent {
  readonly isIt: (sent: Sent) => boolean;
  /** What is wrong when it is not among what was sent; the last one to the same place shows the difference. */
  readonly complaint: (sent: readonly Sent[]) => string;
}

export function expectedRequest({ url, method, body }: Expected<'requests'>): ExpectedSent {
  const goesThere = ({ body: sent }: Sent) => typeof sent.url === 'string' && sent.url.startsWith(url);
  return {
    isIt: (sent) =>
      goesThere(sent) &&
      (method === undefined || method === sent.body.method) &&
      (body === undefined || holdsFields(sentBody(sent.body), body)),
    complaint(sent) {
      const other = sent.findLast(goesThere);
      return other === undefined
        ? `no request to ${url} is sent`
        : `no such request to ${url} is sent, but ${requestInWords(other.body)}`;
    },
  };
}

export function expectedText({ to, text }: Expected<'texts'>): ExpectedSent {
  const goesThere = ({ action, body }: Sent) => action === 'send_message' && body.to === to;
  return {
    isIt: (sent) => goesThere(sent) && typeof sent.body.text === 'string' && holdsWords(sent.body.text, text),
    complaint(sent) {
      const other = sent.findLast(goesThere);
      return other === undefined
        ? `no text message goes to ${to}`
        : `no such text message goes to ${to}, but “${words(other.body.text)}”`;
    },
  };
}

function requestInWords({ method, body }: JsonObject): string {
  return `${words(method)} ${body === undefined ? 'without a body' : `with ${JSON.stringify(body)}`}`;
}

function words(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

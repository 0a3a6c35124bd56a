import { uuid } from './addresses.ts';

/** The account's group to which a call is charged, on `answer` and `dial`. */
export const billingGroupId = uuid().optional().meta({
  title: 'Billing group',
  help: 'The group of your Telnyx account to which this call is charged. The caller does not notice it.',
  example: 'f5586561-8ff0-4291-a0ac-84fe544797bd',
  group: 'advanced',
});

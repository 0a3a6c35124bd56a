import { rejectParams } from '../carrier-parameters/index.ts';
import { defineNode, end } from '../definition.ts';
import { bodyOf } from './parts/body.ts';

export const reject = defineNode({
  type: 'reject',
  title: 'Turn away',
  help: 'Refuses a call that still rings, so that the caller pays nothing. A call that was answered is hung up.',
  category: 'end',
  icon: 'phone-x',
  synonyms: ['reject', 'refuse', 'busy', 'decline', 'block', 'spam'],
  action: 'reject',
  role: 'step',
  waitsForCaller: false,
  params: rejectParams,
  defaults: { cause: 'CALL_REJECTED' },
  exits: () => [],
  outputs: () => [],
  summary: ({ cause }) => (cause === 'USER_BUSY' ? 'The caller hears the busy tone' : 'The call is refused'),
  worksUnanswered: true,
  enter({ params, call }) {
    // The carrier refuses only a call that comes in and still rings.
    if (call.answered || call.direction === 'outgoing') return end([{ action: 'hangup', params: {} }]);
    return end([{ action: 'reject', params: bodyOf(params) }]);
  },
});

import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { then } from './parts/listener-params.ts';

export const onHangup = defineNode({
  type: 'on_hangup',
  title: 'When the call is over',
  help: 'What is to be done once the caller has hung up or the call has ended: hand on what is known, send a message.',
  category: 'listen',
  icon: 'phone-off',
  synonyms: ['hang up', 'hangup', 'end', 'over', 'after', 'finally', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({}),
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [
    { name: 'hangup_cause', title: 'Why the call ended', example: 'normal_clearing' },
    { name: 'hangup_source', title: 'Who ended it', example: 'caller' },
  ],
  summary: () => 'After the end of every call',
  eventTypes: ['call.hangup'],
  accepts: () => true,
  enter: () => leave('then'),
});

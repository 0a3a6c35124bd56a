import { leaveQueueParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { done, error } from './parts/exits.ts';

export const leaveQueue = defineNode({
  type: 'leave_queue',
  title: 'Leave the line',
  help: 'Takes the caller out of the line in which they wait; the step where they wait goes on by its exit Left the line. Put it behind an event that runs alongside.',
  category: 'connect',
  icon: 'logout',
  synonyms: ['queue', 'leave', 'dequeue', 'exit', 'cancel'],
  action: 'leave_queue',
  role: 'step',
  waitsForCaller: false,
  params: leaveQueueParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'Takes the caller out of the line',
  isInstant: () => true,
  enter: () => leaveOnceAccepted([{ action: 'leave_queue', params: {} }]),
});

import type { Conversation } from './conversation.ts';
import type { Step } from './steps.ts';

/** A conversation as a person would tell it, one line for each step; `**` marks who acts, as in Markdown. */
export function toDialogue({ steps }: Conversation): readonly string[] {
  return steps.map(toLine);
}

function toLine(step: Step): string {
  if ('hears' in step) return `**Line:** ${step.hears}`;
  if ('begins_to_hear' in step) return `**Line:** ${step.begins_to_hear} …`;
  if ('presses' in step) return `**Caller** presses ${step.presses}`;
  if ('says' in step) return `**Caller:** ${step.says}`;
  if ('stays_silent' in step) return '**Caller** says and presses nothing';
  if ('waits' in step) return `*${seconds(step.waits)} pass*`;
  if ('hangs_up' in step) return '**Caller** hangs up';
  if ('talks_to' in step) return `*The caller is put through to ${step.talks_to}*`;
  if ('leaves' in step) return `*The call leaves \`${step.leaves.node}\` by \`${step.leaves.exit}\`*`;
  if ('ends' in step) return ends[step.ends];
  if ('signals' in step) return `*Another program raises the signal \`${step.signals}\`*`;
  if ('requests' in step)
    return `*The flow has sent ${step.requests.method ?? 'a request'} to ${step.requests.url}*`;
  if ('texts' in step) return `*A text message goes to ${step.texts.to}: “${step.texts.text}”*`;
  if ('commands' in step) return `*Another program sends the carrier \`${step.commands}\` for this call*`;
  if ('redelivers' in step) return `*The carrier sends the last \`${step.redelivers}\` again*`;
  return `*The carrier keeps \`${step.holds_back}\` until after \`${step.until_after}\`*`;
}

const ends = {
  caller: '*The caller has hung up*',
  flow: '*The flow hangs up*',
  carrier: '*The carrier ends the call*',
} as const;

function seconds(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}

import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '@gatherline/engine';
import { withTextMessage } from './text-messages.ts';
import { transcriptOf } from './transcript.ts';

const sent: TraceEntry = {
  at: 'now',
  kind: 'sent',
  node: 'confirm',
  visit: 4,
  action: 'send_message',
  command_id: 'c',
  body: { to: '+13125550142', text: 'See you at nine.' },
};

describe('a text message that goes out while the phone is in a call', () => {
  it('stands among what was heard, once, however often the trace is told', () => {
    const once = withTextMessage([], sent);
    expect(withTextMessage(once, sent)).toBe(once);
    expect(transcriptOf(once)).toEqual([
      { key: 'message-4', kind: 'message', to: '+13125550142', text: 'See you at nine.' },
    ]);
  });

  it('is taken back when the carrier refuses it', () => {
    const refused: TraceEntry = {
      at: 'now',
      kind: 'refused',
      node: 'confirm',
      visit: 4,
      action: 'send_message',
      status: 422,
      code: '40310',
      title: 'Invalid number',
      detail: '',
    };
    expect(withTextMessage(withTextMessage([], sent), refused)).toEqual([]);
  });

  it('is the only command that is shown', () => {
    expect(withTextMessage([], { ...sent, action: 'speak' })).toEqual([]);
  });
});

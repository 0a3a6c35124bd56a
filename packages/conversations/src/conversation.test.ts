import { describe, expect, it } from 'vitest';
import { conversationJsonSchema, parseConversation } from './conversation.ts';
import { stepSchemas } from './steps.ts';

const call = { name: 'A call', flow: 'front_desk', steps: [{ hangs_up: true }] };

describe('parseConversation', () => {
  it('fills in who calls whom', () => {
    const reading = parseConversation(call);
    expect(reading.ok && reading.conversation.call).toEqual({
      from: '+13125550142',
      to: '+13125550100',
      direction: 'incoming',
      variables: {},
      at: '2026-06-01T09:00:00Z',
      seed: 'gatherline',
    });
  });

  it('names the steps there are when one is not understood', () => {
    const reading = parseConversation({ ...call, steps: [{ hears: 'Hello' }, { dances: true }] });
    const names = Object.keys(stepSchemas).join(', ');
    expect(reading).toEqual({ ok: false, message: `steps.1: Each step is one of: ${names}.` });
  });

  it('refuses two things in one step', () => {
    expect(parseConversation({ ...call, steps: [{ hears: 'Hello', presses: '1' }] }).ok).toBe(false);
  });

  it('refuses a field it does not know', () => {
    expect(parseConversation({ ...call, faultz: [] }).ok).toBe(false);
  });
});

it('publishes a JSON Schema for editors', () => {
  expect(conversationJsonSchema()).toMatchObject({ type: 'object', required: ['name', 'flow', 'steps'] });
});

import { describe, expect, test } from 'vitest';
import { aiAssistantAddMessagesParams } from './ai-assistant-add-messages.ts';
import { aiAssistantStartParams } from './ai-assistant-start.ts';
import { inlineAssistant } from './assistant.ts';
import { assistantTools } from './assistant-tools.ts';
import { storedAssistantVoice } from './assistant-voice.ts';
import { gatherUsingAiParams } from './gather-using-ai.ts';
import { refusal } from '../parts/refusal.ts';
import { storedAssistant } from './stored-assistant.ts';

describe('tools', () => {
  test.each([
    [{ type: 'hangup', hangup: {} }],
    [{ type: 'retrieval', retrieval: { bucket_ids: ['price-lists'], max_num_results: 3 } }],
    [
      {
        type: 'transfer',
        transfer: { from: '{{ call.to }}', targets: [{ name: 'Sales', to: '+13125550100' }] },
      },
    ],
    [{ type: 'transfer', transfer: { from: '+13125550100', targets: '{% raw %}{{ targets }}{% endraw %}' } }],
    [{ type: 'check_availability', check_availability: { api_key_ref: 'cal_com_key', event_type_id: 1 } }],
    [{ type: 'book_appointment', book_appointment: { api_key_ref: 'cal_com_key', event_type_id: 1 } }],
    [
      {
        type: 'webhook',
        timeout_ms: 2000,
        webhook: {
          name: 'find_order',
          description: 'Looks up an order.',
          url: 'https://example.com/orders/{id}',
          method: 'GET',
          headers: [{ name: 'Authorization', value: 'Bearer {{ vars.token }}' }],
          path_parameters: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
        },
      },
    ],
  ])('%j is accepted as it is', (tool) => {
    expect(assistantTools.parse([tool])).toEqual([tool]);
  });

  test.each([
    [{ type: 'weather' }, 'Name the tool as "type"'],
    [{ type: 'hangup' }, 'Write these settings as an object'],
    [{ type: 'webhook', webhook: { name: 'a', description: 'b', url: 'orders' } }, 'full web address'],
    [{ type: 'transfer', transfer: { from: '5', targets: [] } }, 'Write the number like +13125550100'],
    [
      { type: 'transfer', transfer: { from: '+13125550100', targets: [{ to: 'Sales' }] } },
      'Write the number like',
    ],
  ])('%j is refused', (tool, sentence) => {
    expect(refusal(assistantTools, [tool])).toContain(sentence);
  });
});

describe('the assistant of a gather', () => {
  test('is written in the flow and has no id', () => {
    expect(Object.keys(inlineAssistant.unwrap().shape)).not.toContain('id');
  });

  test('asks for what a JSON Schema describes', () => {
    const parameters = { type: 'object', properties: { age: { type: 'integer' } }, required: ['age'] };
    expect(refusal(gatherUsingAiParams, { parameters })).toBeUndefined();
    expect(refusal(gatherUsingAiParams, {})).toBe('Write a JSON object, between { and }.');
  });

  test.each(['greeting', 'gather_ended_speech'] as const)('says up to 3000 characters as %s', (name) => {
    const speech = gatherUsingAiParams.shape[name];
    expect(refusal(speech, { es: 'x'.repeat(3000) })).toBeUndefined();
    expect(refusal(speech, 'x'.repeat(3001))).toContain('to 3000 characters');
  });

  test('remembers only caller and assistant', () => {
    const history = gatherUsingAiParams.shape.message_history;
    expect(refusal(history, [{ role: 'user', content: 'My name is {{ vars.name }}.' }])).toBeUndefined();
    expect(refusal(history, [{ role: 'system', content: 'Be brief.' }])).toBe(
      'Choose one of: assistant, user.',
    );
  });
});

describe('a stored assistant', () => {
  test('needs its id only', () => {
    expect(refusal(storedAssistant, { id: 'assistant-1' })).toBeUndefined();
    expect(refusal(storedAssistant, { greeting: 'Hello' })).toBe(
      'Copy the id of the assistant from the Telnyx portal.',
    );
  });

  test('takes variables of plain values', () => {
    const variables = storedAssistant.unwrap().shape.dynamic_variables;
    expect(refusal(variables, { name: '', age: 7, urgent: false })).toBeUndefined();
    expect(refusal(variables, { list: ['a'] })).toBe('Use a text, a number, true or false.');
  });

  test('greets with up to 3000 characters', () => {
    expect(refusal(storedAssistant, { id: 'a', greeting: 'x'.repeat(3001) })).toContain('to 3000 characters');
  });

  test('has a background sound in steps of a tenth', () => {
    const background = (volume: number) => ({
      voice: 'Telnyx.Ultra.{{ vars.voice }}',
      background_audio: { type: 'predefined_media', value: 'office', volume },
    });
    for (const tenth of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      expect(refusal(storedAssistantVoice, background(tenth / 10))).toBeUndefined();
    }
    expect(refusal(storedAssistantVoice, background(0.25))).toBe('Use steps of 0.1, like 0.5.');
    expect(refusal(storedAssistantVoice, background(1.1))).toBe('Use a number of volume from 0.1 to 1.');
    expect(refusal(storedAssistantVoice, { voice: 'a', voice_speed: 0.2 })).toContain('from 0.25 to 2');
  });
});

describe('messages', () => {
  const refused = (message: unknown) => refusal(aiAssistantAddMessagesParams, { messages: [message] });

  test.each([
    [{ role: 'user', content: 'Hello' }],
    [{ role: 'assistant', tool_calls: [{ id: '1', type: 'function', function: { name: 'find_order' } }] }],
    [{ role: 'tool', tool_call_id: '1', content: '{"found":true}' }],
    [{ role: 'system', content: 'Be brief.', metadata: { from: 'flow' } }],
    [{ role: 'developer', content: '{{ nodes.ask.result }}' }],
  ])('%j is accepted', (message) => {
    expect(refused(message)).toBeUndefined();
  });

  test.each([
    [{ role: 'caller', content: 'Hello' }, 'Say who speaks as "role"'],
    [{ role: 'user' }, 'Write the words of the message.'],
    [{ role: 'tool', content: 'found' }, 'Write the id of the tool call that is answered.'],
  ])('%j is refused', (message, sentence) => {
    expect(refused(message)).toContain(sentence);
  });

  test('more people take part from the start', () => {
    expect(
      refusal(aiAssistantStartParams, { participants: [{ id: 'v3:abc', role: 'user' }] }),
    ).toBeUndefined();
  });
});

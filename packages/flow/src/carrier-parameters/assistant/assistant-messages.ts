import { z } from 'zod';
import { templated } from '../parts/text.ts';
import { choice, jsonObject, list, settings } from '../parts/values.ts';

function author<Name extends string>(name: Name) {
  return z.literal(name).meta({ title: 'Who says it', help: 'Whose words the assistant takes them for.' });
}

const content = templated({ cure: 'Write the words of the message.' }).meta({
  title: 'Message',
  help: 'Words the assistant knows from now on. The caller does not hear them.',
  example: 'The caller has waited for five minutes.',
  control: 'multiline',
});

const metadata = jsonObject()
  .optional()
  .meta({
    title: 'Notes',
    help: 'Kept with the message; the assistant does not read them.',
    example: { step: 'main_menu' },
    control: 'json',
  });

const toolCall = settings({
  id: templated({ cure: 'Write the id of the tool call.' }).meta({
    title: 'Id',
    help: 'The answer of the tool names this id.',
    example: 'call_1',
  }),
  type: z.literal('function').meta({ title: 'Type', help: 'Always function.' }),
  function: settings({
    name: templated({ cure: 'Write the name of the tool.' }).meta({
      title: 'Tool',
      help: 'The name of the tool that was used.',
      example: 'find_order',
    }),
  }).meta({ title: 'Function', help: 'What was called.' }),
});

const message = z.discriminatedUnion(
  'role',
  [
    settings({ role: author('user'), content, metadata }),
    settings({
      role: author('assistant'),
      content: content.optional().meta({
        title: 'Message',
        help: 'What the assistant has said.',
        example: 'May I have your name?',
        control: 'multiline',
      }),
      tool_calls: list(toolCall)
        .optional()
        .meta({ title: 'Tools used', help: 'The tools the assistant used instead of saying something.' }),
      metadata,
    }),
    settings({
      role: author('tool'),
      tool_call_id: templated({ cure: 'Write the id of the tool call that is answered.' }).meta({
        title: 'Answers the call',
        help: 'The id of the tool call this is the answer to.',
        example: 'call_1',
      }),
      content: content.meta({ help: 'What the tool has answered.', example: '{"status":"shipped"}' }),
      metadata,
    }),
    settings({ role: author('system'), content, metadata }),
    settings({ role: author('developer'), content, metadata }),
  ],
  { error: 'Say who speaks as "role": user, assistant, tool, system or developer.' },
);

/** Messages of a conversation with an assistant, oldest first: one shape for each `role`. */
export const assistantMessages = list(message)
  .optional()
  .meta({
    title: 'Messages',
    help: 'What the assistant shall know, as if it had been said before.',
    example: [{ role: 'system', content: 'The caller has waited for five minutes.' }],
    group: 'main',
  });

/** The short form that `gather_using_ai` takes. */
export const gatherMessageHistory = list(
  settings({
    role: choice(['assistant', 'user'])
      .optional()
      .meta({
        title: 'Who said it',
        help: 'The assistant or the caller.',
        labels: { assistant: 'The assistant', user: 'The caller' },
      }),
    content: content
      .optional()
      .meta({ title: 'Message', help: 'What was said.', example: 'My name is Ana.', control: 'multiline' }),
  }),
)
  .optional()
  .meta({
    title: 'What was said before',
    help: 'The assistant knows this and does not ask for it again.',
    example: [{ role: 'user', content: 'My name is Ana.' }],
    group: 'assistant',
  });

/** More calls that take part in the conversation. */
export const participants = list(
  settings({
    id: templated({ cure: 'Write the call_control_id of a call.' }).meta({
      title: 'Call',
      help: 'The call_control_id of the person who takes part.',
      example: '{{ vars.agent_call }}',
    }),
    role: z.literal('user').meta({ title: 'Role', help: 'Always user.' }),
    name: templated({ cure: 'Write a name.' })
      .optional()
      .meta({ title: 'Name', help: 'By this name the assistant knows the person.', example: 'Ana' }),
    on_hangup: choice(['continue_conversation', 'end_conversation'])
      .optional()
      .meta({
        title: 'When this person hangs up',
        help: 'Whether the others go on talking with the assistant.',
        labels: { continue_conversation: 'Go on', end_conversation: 'End the conversation' },
        carrierDefault: 'continue_conversation',
      }),
  }),
)
  .optional()
  .meta({
    title: 'More people',
    help: 'Others who hear and speak with the assistant from the start.',
    group: 'advanced',
  });

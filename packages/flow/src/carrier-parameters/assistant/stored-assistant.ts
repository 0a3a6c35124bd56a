import { z } from 'zod';
import { webUrl } from '../legs/addresses.ts';
import { instructions, model, modelKeyReference } from './assistant.ts';
import { assistantTools } from './assistant-tools.ts';
import { storedAssistantVoice } from './assistant-voice.ts';
import { callerText, templated } from '../parts/text.ts';
import { choice, jsonObject, list, settings, yesNo } from '../parts/values.ts';

function externalModel() {
  return settings({
    base_url: webUrl().optional().meta({
      title: 'Address',
      help: 'Where your own model is reached.',
      example: 'https://llm.example.com/v1',
      control: 'url',
    }),
    model: model.meta({
      title: 'Model',
      help: 'The name of the model at that address.',
      example: 'my-model',
    }),
    llm_api_key_ref: modelKeyReference,
    authentication_method: choice(['token', 'certificate'])
      .optional()
      .meta({
        title: 'How the carrier identifies itself',
        help: 'With a key or with a certificate.',
        labels: { token: 'Key', certificate: 'Certificate' },
        carrierDefault: 'token',
      }),
    certificate_ref: templated({ cure: 'Write the name of an integration secret, like llm_certificate.' })
      .optional()
      .meta({
        title: 'Name of the certificate',
        help: 'The name of the integration secret at Telnyx that holds the certificate. Never the certificate itself.',
        example: 'llm_certificate',
      }),
    token_retrieval_url: webUrl().optional().meta({
      title: 'Address for tokens',
      help: 'With a certificate: where the carrier fetches its token.',
      example: 'https://llm.example.com/token',
      control: 'url',
    }),
    forward_metadata: yesNo().optional().meta({
      title: 'Pass the variables on',
      help: "Sends the assistant's variables, the caller's number among them, to your model.",
      carrierDefault: false,
    }),
  }).optional();
}

/** An assistant kept at the carrier, with what shall be different on this call. */
export const storedAssistant = settings({
  id: templated({ cure: 'Copy the id of the assistant from the Telnyx portal.' }).meta({
    title: 'Assistant',
    help: 'The id of the assistant at Telnyx that talks to the caller.',
    example: 'assistant-1a2b3c4d',
  }),
  dynamic_variables: z
    .record(
      z.string(),
      z.union([templated({ cure: 'Write a text.', mayBeEmpty: true }), z.number(), z.boolean()], {
        error: 'Use a text, a number, true or false.',
      }),
      { error: 'Write the variables as an object, like { "name": "Ana" }.' },
    )
    .optional()
    .meta({
      title: 'Variables',
      help: 'What the assistant knows about this call. Its instructions and its greeting can name them, in this flow as {% raw %}{{ name }}{% endraw %}.',
      example: { name: '{{ vars.name }}' },
      control: 'json',
    }),
  greeting: callerText(3000).optional().meta({
    title: 'Greeting',
    help: 'What the caller hears first, instead of the greeting stored with the assistant.',
    example: 'Hello, this is the clinic. How can I help?',
    control: 'multiline',
  }),
  instructions: instructions.meta({
    help: 'Used for this call instead of the instructions stored with the assistant.',
  }),
  name: templated({ cure: 'Write a name.' })
    .optional()
    .meta({ title: 'Name', help: 'The name of the assistant on this call.', example: 'Ana' }),
  model: model.meta({ help: 'Used for this call instead of the model stored with the assistant.' }),
  llm_api_key_ref: modelKeyReference,
  openai_api_key_ref: modelKeyReference.meta({
    title: 'Name of the OpenAI key (old)',
    help: 'The carrier will drop this field: use the name of the key above.',
    deprecated: true,
  }),
  external_llm: externalModel().meta({
    title: 'A model of your own',
    help: 'Lets a model at your address think for the assistant.',
  }),
  fallback_config: settings({
    model: model.meta({ help: 'The model that takes over.' }),
    llm_api_key_ref: modelKeyReference,
    external_llm: externalModel().meta({ title: 'A model of your own', help: 'Your model that takes over.' }),
  })
    .optional()
    .meta({
      title: 'When the model does not answer',
      help: 'Another model takes over, so that the caller is not left in silence.',
    }),
  tools: assistantTools.meta({ help: 'Used for this call instead of the tools stored with the assistant.' }),
  mcp_servers: list(jsonObject())
    .optional()
    .meta({
      title: 'MCP servers',
      help: 'Servers that give the assistant more tools, as the carrier describes them.',
      example: [{ id: 'mcp-server-1a2b3c4d' }],
      control: 'json',
    }),
  observability_settings: jsonObject()
    .optional()
    .meta({
      title: 'Tracing',
      help: 'Sends a trace of the conversation to a service such as Langfuse. The caller does not notice it.',
      example: {
        status: 'enabled',
        host: 'https://us.cloud.langfuse.com',
        secret_key_ref: 'langfuse_secret_key',
      },
      control: 'json',
    }),
  voice_settings: storedAssistantVoice,
})
  .optional()
  .meta({
    title: 'Assistant',
    help: 'An assistant made in the Telnyx portal, with what shall be different on this call.',
    example: { id: 'assistant-1a2b3c4d' },
    group: 'assistant',
  });

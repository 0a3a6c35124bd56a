import { assistantTools } from './assistant-tools.ts';
import { templated } from '../parts/text.ts';
import { settings } from '../parts/values.ts';

/** Reference to a key that is kept at the carrier. */
export const modelKeyReference = templated({
  cure: 'Write the name of an integration secret, like openai_key.',
})
  .optional()
  .meta({
    title: 'Name of the key',
    help: "The name of the integration secret at Telnyx that holds the key of the model's provider. Never the key itself.",
    example: 'openai_key',
    group: 'assistant',
  });

/** Orders for the model. */
export const instructions = templated({ cure: 'Write what the assistant shall do.' }).optional().meta({
  title: 'Instructions',
  help: 'How the assistant behaves: who it is, what it may say, how it speaks to the caller.',
  example: 'You are the friendly front desk of a clinic. Keep every answer to one sentence.',
  group: 'assistant',
  control: 'multiline',
});

/** The model that thinks. */
export const model = templated({ cure: 'Write the name of a model, like Qwen/Qwen3-235B-A22B.' })
  .optional()
  .meta({
    title: 'Model',
    help: 'The language model behind the assistant. Bigger ones understand more and answer later.',
    example: 'Qwen/Qwen3-235B-A22B',
    group: 'assistant',
  });

/** The assistant of `gather_using_ai`, written in the flow itself; it has no `id` of a stored one. */
export const inlineAssistant = settings({
  instructions,
  model: model.meta({ carrierDefault: 'Qwen/Qwen3-235B-A22B' }),
  tools: assistantTools,
  openai_api_key_ref: modelKeyReference.meta({
    title: 'Name of the OpenAI key',
    help: 'Needed for models of OpenAI only: the name of the integration secret at Telnyx that holds your key.',
  }),
})
  .optional()
  .meta({
    title: 'Assistant',
    help: 'Who asks the caller: its instructions, its model and its tools.',
    group: 'assistant',
  });

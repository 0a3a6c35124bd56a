import { type Flow, parseFlow } from '@gatherline/flow';

/** A flow of these nodes; `more` replaces parts of it. */
export function flowOf(nodes: object, more: object = {}): Flow {
  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: 'example',
    name: 'Example',
    settings: { language: 'en-US', voice: 'Telnyx.KokoroTTS.af' },
    nodes,
    ...more,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

/** A flow that says hello, asks for a key, says goodbye and hangs up; `more` replaces parts of it. */
export function greetingFlow(more: Partial<Flow> = {}): Flow {
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'hello', outgoing: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'ask' } },
    ask: {
      type: 'gather_using_speak',
      params: {
        payload: 'Press 1.',
        choices: [{ digits: '1', label: 'One' }],
        timeout_millis: 5000,
        maximum_tries: 1,
      },
      exits: { '1': 'goodbye', no_input: 'goodbye', invalid: 'goodbye' },
    },
    goodbye: { type: 'speak', params: { payload: 'Goodbye.' }, exits: { done: 'end' } },
    end: { type: 'hangup' },
  };
  return flowOf(nodes, { id: 'greeting', name: 'Greeting', ...more });
}

import type { NodeGroup } from '../../store/index.ts';

export interface Suggestion {
  readonly title: string;
  readonly text: string;
  readonly icon: string;
  readonly group: NodeGroup;
}

/** Beginnings of a flow, small enough to understand at a glance. */
export const suggestions: readonly Suggestion[] = [
  {
    title: 'Greeting and menu',
    text: 'Welcome callers and let them press a key.',
    icon: 'dialpad',
    group: {
      name: 'Greeting and menu',
      entry: 'main_menu',
      nodes: {
        main_menu: {
          type: 'gather_using_speak',
          label: 'Main menu',
          params: {
            payload: 'Thank you for calling. Press 1 for opening hours, or 2 to speak to someone.',
            choices: [
              { digits: '1', label: 'Opening hours' },
              { digits: '2', label: 'Speak to someone' },
            ],
            timeout_millis: 6000,
          },
          exits: { '1': 'opening_hours', '2': 'reception', no_input: 'goodbye' },
        },
        opening_hours: {
          type: 'speak',
          label: 'Opening hours',
          params: { payload: 'We are open Monday to Friday, from nine to five.' },
          exits: { done: 'goodbye' },
        },
        reception: { type: 'transfer', label: 'Reception', params: { to: '', timeout_secs: 25 } },
        goodbye: { type: 'hangup' },
      },
      layout: { main_menu: [0, 0], opening_hours: [400, -60], reception: [400, 140], goodbye: [800, -60] },
    },
  },
  {
    title: 'Ask with AI',
    text: 'Let an assistant ask for a name and a reason.',
    icon: 'sparkles',
    group: {
      name: 'Ask with AI',
      entry: 'ask_details',
      nodes: {
        ask_details: {
          type: 'gather_using_ai',
          label: 'Ask for the details',
          params: {
            greeting: 'Hello! May I have your name, and what can we do for you?',
            parameters: {
              type: 'object',
              properties: {
                name: { type: 'string', description: "The caller's full name" },
                reason: { type: 'string', description: 'Why the caller is calling' },
              },
              required: ['name', 'reason'],
            },
          },
          exits: { done: 'thank_caller', incomplete: 'thank_caller' },
        },
        thank_caller: {
          type: 'speak',
          label: 'Thank the caller',
          params: { payload: 'Thank you, {{ nodes.ask_details.result.name }}. We will call you back today.' },
          exits: { done: 'goodbye' },
        },
        goodbye: { type: 'hangup' },
      },
      layout: { ask_details: [0, 0], thank_caller: [400, 0], goodbye: [800, 0] },
    },
  },
  {
    title: 'Say something and hang up',
    text: 'An announcement: closed today, line moved, thank you.',
    icon: 'message',
    group: {
      name: 'Announcement',
      entry: 'announcement',
      nodes: {
        announcement: {
          type: 'speak',
          label: 'Announcement',
          params: { payload: 'Thank you for calling. We are closed today and open again tomorrow at nine.' },
          exits: { done: 'goodbye' },
        },
        goodbye: { type: 'hangup' },
      },
      layout: { announcement: [0, 0], goodbye: [400, 0] },
    },
  },
];

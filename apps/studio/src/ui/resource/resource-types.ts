import { resourceTypes, type ResourceType } from '@gatherline/flow';
import { type Icon, IconClock, IconKey, IconLink, IconPhone, IconTextSize } from '@tabler/icons-react';

interface TypeFace {
  readonly title: string;
  /** Within a sentence: "a phone number". */
  readonly noun: string;
  readonly icon: Icon;
  /** What such a value looks like. */
  readonly example: string;
  readonly help: string;
}

/** How the kinds of resources are shown. */
export const resourceFaces: Readonly<Record<ResourceType, TypeFace>> = {
  number: {
    title: 'Phone number',
    noun: 'a phone number',
    icon: IconPhone,
    example: '+13125550100',
    help: 'With its country code and without spaces, or a SIP address.',
  },
  url: {
    title: 'Web address',
    noun: 'a web address',
    icon: IconLink,
    example: 'https://crm.example.com',
    help: 'The whole address, beginning with https://.',
  },
  text: { title: 'Text', noun: 'a text', icon: IconTextSize, example: 'Main Street 5', help: 'Any words.' },
  hours: {
    title: 'Opening hours',
    noun: 'opening hours',
    icon: IconClock,
    example: 'Mon–Fri 08:00–18:00',
    help: 'When the line is open: hours for each weekday, holidays, and closures that happen once.',
  },
  secret: {
    title: 'Secret',
    noun: 'a secret',
    icon: IconKey,
    example: '',
    help: 'Goes in and never comes out: it is stored sealed and shown to nobody, only sent in requests.',
  },
};

/** The kinds of resources, to choose from. */
export const resourceChoices = resourceTypes.map((value) => ({ value, label: resourceFaces[value].title }));

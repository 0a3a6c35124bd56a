import { definitionOf, type Flow, type FlowSettings, type SpokenText, spokenTexts } from '@gatherline/flow';
import { callOrder } from './call-order.ts';
import { fieldsFor } from './forms.ts';

/** What a flow speaks when nobody has said it. */
const USUAL = 'en-US';

const known = new WeakMap<FlowSettings, readonly string[]>();

/** The languages a flow speaks, its default first; the same list as long as its settings are the same. */
export function languagesOf({ settings }: Pick<Flow, 'settings'>): readonly string[] {
  const before = known.get(settings);
  if (before !== undefined) return before;
  const { language, languages = [] } = settings;
  const spoken = [...new Set([...(language === undefined ? [] : [language]), ...languages])];
  const found = spoken.length === 0 ? [USUAL] : spoken;
  known.set(settings, found);
  return found;
}

/** The settings that say it; a flow that speaks what all flows speak says nothing. */
export function languageSettings(languages: readonly string[]): Pick<FlowSettings, 'language' | 'languages'> {
  const [usual = USUAL] = languages;
  if (languages.length > 1) return { languages: [...languages] };
  return usual === USUAL ? {} : { language: usual };
}

/** One text for callers, and where it stands: in a step, or `null` for one of the flow's own. */
export interface FlowText extends SpokenText {
  readonly node: string | null;
}

const apologyField = {
  node: null,
  title: 'Apology',
  at: ['settings', 'apology'],
  required: false,
  control: { kind: 'text', as: 'multiline', template: true, byLanguage: true, mayBeEmpty: false },
} as const;

/** Every text that callers of the flow hear, in the order in which a call meets them; the flow's own are the last. */
export function textsIn(flow: Flow): readonly FlowText[] {
  const inNodes = callOrder(flow).flatMap((id) => {
    const node = flow.nodes[id];
    const definition = node === undefined ? undefined : definitionOf(node.type);
    if (node === undefined || definition === undefined) return [];
    return spokenTexts(node.params, fieldsFor(definition)).map((text) => ({ ...text, node: id }));
  });
  const { apology } = flow.settings;
  if (apology === undefined) return inNodes;
  return [...inNodes, { ...apologyField, text: apology }];
}

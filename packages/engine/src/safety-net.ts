import { type Flow, type FlowNode, localize } from '@gatherline/flow';

/** Where a call goes when nothing else is said: it apologises and hangs up. Their names can't be a node's (ids begin with a letter). */
export const APOLOGY = '$apology';
export const HANG_UP = '$hang_up';

const apologies = {
  de: 'Es tut uns leid, hier geht es gerade nicht weiter. Bitte rufen Sie später noch einmal an. Auf Wiederhören.',
  en: 'We are sorry, we can not go on with your call. Please try again later. Goodbye.',
  es: 'Lo sentimos, no podemos continuar con su llamada. Por favor, inténtelo más tarde. Adiós.',
  fr: 'Nous sommes désolés, nous ne pouvons pas poursuivre votre appel. Merci de rappeler plus tard. Au revoir.',
  it: 'Ci dispiace, non possiamo proseguire con la chiamata. La preghiamo di richiamare più tardi. Arrivederci.',
  pt: 'Lamentamos, não podemos continuar com a sua chamada. Por favor, tente mais tarde. Adeus.',
};

/** A node of the flow, or of the safety net below it. */
export function nodeAt(flow: Flow, id: string, language = 'en-US'): FlowNode | undefined {
  if (id === HANG_UP) return { type: 'hangup', params: {}, exits: {} };
  if (id !== APOLOGY) return Object.hasOwn(flow.nodes, id) ? flow.nodes[id] : undefined;
  const payload = localize(flow.settings.apology ?? apologies, language, 'en');
  return { type: 'speak', params: { payload, stop: 'all' }, exits: { done: HANG_UP, error: HANG_UP } };
}

/** Whether a node belongs to the safety net; it is never cut short by the step budget. */
export function isSafetyNet(id: string): boolean {
  return id === APOLOGY || id === HANG_UP;
}

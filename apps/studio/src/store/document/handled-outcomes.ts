/** Outcomes for which a flow may name a step in `settings.handlers`. */
export const handledOutcomes = ['no_input', 'invalid', 'error', 'hangup'] as const;

const causes: Readonly<Record<string, string>> = {
  normal_clearing: 'hung up',
  originator_cancel: 'cancelled before it was answered',
  call_rejected: 'rejected',
  user_busy: 'busy',
  busy: 'busy',
  no_answer: 'nobody answered',
  timeout: 'nobody answered',
  time_limit: 'it reached its longest duration',
  not_found: 'no such number',
};

/** The carrier's word for why a call ended, as a person would say it. */
export function causeInWords(cause: string): string {
  return causes[cause] ?? cause.replaceAll('_', ' ');
}
